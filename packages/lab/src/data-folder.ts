import { fileURLToPath } from 'node:url';

/** Where the data lies when neither `PENCHANT_DATA` nor `--data` says: beside the project. */
export const DATA_FOLDER: string = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
