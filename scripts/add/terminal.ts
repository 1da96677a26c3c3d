import { createInterface } from 'node:readline/promises';
import { InputError } from '../files.ts';
import type { Ask } from './describe.ts';

/** Questions on the terminal. Lines typed ahead answer the questions that follow; an end of input ends the command. */
export function openTerminal(): { ask: Ask; close: () => void } {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const lines: string[] = [];
  let waiting: { take: (line: string) => void; fail: (error: Error) => void } | null = null;
  let ended = false;
  const endOfInput = (): Error => new InputError('\nNothing was added: the questions were left.');
  terminal.on('line', (line) => {
    if (!waiting) lines.push(line);
    else {
      waiting.take(line);
      waiting = null;
    }
  });
  terminal.on('close', () => {
    ended = true;
    waiting?.fail(endOfInput());
  });
  return {
    ask: (question, otherwise) =>
      new Promise((take, fail) => {
        const prompt = `${question}${otherwise === null ? '' : ` [${otherwise}]`}: `;
        const ahead = lines.shift();
        if (ahead !== undefined) {
          console.log(prompt + ahead);
          take(ahead);
          return;
        }
        terminal.setPrompt(prompt);
        if (ended) fail(endOfInput());
        else {
          waiting = { take, fail };
          terminal.prompt();
        }
      }),
    close: () => {
      terminal.close();
    },
  };
}
