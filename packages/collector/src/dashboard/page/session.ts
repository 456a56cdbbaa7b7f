const KEY = 'penchant-admin-token';

/** The token lives as long as the tab, and only there: no cookie carries it, no other tab or later visit finds it. */
export const session = {
  token: (): string | undefined => sessionStorage.getItem(KEY) ?? undefined,
  keep: (token: string): void => sessionStorage.setItem(KEY, token),
  forget: (): void => sessionStorage.removeItem(KEY),
};
