import type { Node } from 'unist';
import type { VFile } from 'vfile';

/**
 * Says on the file that a pass was unsure: a person should look.
 *
 * @param reason - what was unexpected, then what was expected
 * @param ruleId - file name of the pass
 */
export function doubt(file: VFile, reason: string, node: Node, ruleId: string): void {
  file.message(reason, {
    ...(node.position ? { place: node.position.start } : {}),
    source: 'gazette',
    ruleId,
  });
}
