import { expect, test } from "vitest";
import { sessionHeaders } from "./session-headers";

test("a signed-in reader is named", () => {
  expect(sessionHeaders()).toEqual({});
});
