import { describe, expect, it } from 'vitest';
import { findDatabases } from './find.js';

/** A computer that has just these programs. */
const machineWith = (...programs: string[]): Parameters<typeof findDatabases>[0] => ({
  platform: 'linux',
  env: { PATH: '/usr/bin:/usr/local/bin' },
  home: '/home/jo',
  isProgram: (path) => programs.includes(path),
  starts: (path) => programs.includes(path),
  list: (folder) =>
    programs
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''),
});
const postgresIn = (folder: string): string[] =>
  ['initdb', 'postgres', 'pg_basebackup'].map((name) => `${folder}/${name}`);

describe('findDatabases', () => {
  it('finds nothing on a machine without any', () => {
    expect(findDatabases(machineWith())).toEqual({});
  });

  it('finds PostgreSQL on the path, where Debian hides it, and the newest of several', () => {
    expect(findDatabases(machineWith(...postgresIn('/usr/bin')))).toEqual({ postgres: '/usr/bin' });
    const [old, young] = ['/usr/lib/postgresql/9/bin', '/usr/lib/postgresql/15/bin'];
    expect(findDatabases(machineWith(...postgresIn(old), ...postgresIn(young)))).toEqual({ postgres: young });
  });

  it('does not take a server alone for all that is needed', () => {
    expect(findDatabases(machineWith('/usr/bin/postgres'))).toEqual({});
  });
});
