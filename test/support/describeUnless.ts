/**
 * `describe` when nothing is missing, else `describe.skip`. The reason goes into the title, after the words
 * that summary-reporter.js looks for, so that the end of the run can say what was skipped and why.
 */
export function describeUnless(missing: string | undefined, name: string, body: () => void): void {
  if (missing === undefined) describe(name, body);
  else describe.skip(`${name} [skipped: ${missing}]`, body);
}
