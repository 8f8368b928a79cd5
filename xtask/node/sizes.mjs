// Prints each file's size as it is, in gzip at level 9 and in brotli at quality 11.

import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { files } from "./input.mjs";

const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

for (const bytes of files())
  console.log(bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes, brotli).length);
