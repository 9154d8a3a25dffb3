/** How a command is called from a clone, where nothing is installed beside it. */
export const call = 'npm run -s isnad --'

/** Examples for a command's help, each with what it is for. */
export function examplesOf(...lines: [command: string, purpose: string][]): string {
  return `\nExamples:\n${lines.map(([command, purpose]) => `  # ${purpose}\n  $ ${command}`).join('\n')}\n`
}
