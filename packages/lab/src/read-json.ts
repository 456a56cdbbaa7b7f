import { readFile } from 'node:fs/promises';

/**
 * What a JSON file holds.
 * @throws Error in one line when there is none, or when it is not JSON.
 */
export async function readJson(file: string, what: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new Error(`[penchant] ${file} cannot be read (${cause.code}): name ${what}.`, { cause });
  });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`[penchant] ${file} is not JSON: name ${what}.`, { cause });
  }
}
