/** What is used of the library, for checks on machines that do not have it. */
declare module 'chdb' {
  export class Session {
    constructor(folder: string | undefined);
    query(sql: string): string;
    queryAsync(sql: string): Promise<{ text(): string }>;
  }
}
