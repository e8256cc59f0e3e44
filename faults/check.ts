// node faults/check.ts DIR: judges a run by the histories and the log that lie in a folder, and by nothing else.
import { printVerdict } from "./checker/print.ts";
import { readEvidence } from "./checker/evidence.ts";
import { judge } from "./checker/verdict.ts";

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("say which folder: node faults/check.ts DIR");
const verdict = judge(readEvidence(folder));
printVerdict(verdict);
process.exit(verdict.clean ? 0 : 1);
