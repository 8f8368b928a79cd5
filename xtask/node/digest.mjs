// Prints the SHA-256 of each file in base64.

import { createHash } from "node:crypto";
import { files } from "./input.mjs";

for (const bytes of files()) console.log(createHash("sha256").update(bytes).digest("base64"));
