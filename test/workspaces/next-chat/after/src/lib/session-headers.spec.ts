import { expect, test } from "vitest";
import { sessionHeaders } from "./session-headers";

test("a signed-in reader is named", () => {
  expect(sessionHeaders({ chatId: "c1", userId: "u1" })).toEqual({});
});
