#!/usr/bin/env node
// Takes the place of VS Code's executable: see stand-in.ts.
import { createRequire } from "node:module";
import { register } from "tsx/cjs/api";

register();
createRequire(import.meta.url)("./stand-in.ts");
