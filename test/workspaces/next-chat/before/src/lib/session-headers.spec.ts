import { expect, test } from "vitest";
import { sessionHeaders } from "./session-headers";

test("a signed-in reader is named", () => {
  expect(sessionHeaders({ chatId: "c1", userId: "u1" })).toEqual({
    "Helicone-Session-Id": "c1",
    "Helicone-Session-Name": "chat",
    "Helicone-Session-Path": "/chat",
    "Helicone-User-Id": "u1",
  });
});
