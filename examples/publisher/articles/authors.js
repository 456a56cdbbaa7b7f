/** Everyone who writes for the paper, by slug. */
export const authors = {
  'ines-duarte': 'Inês Duarte',
  'tomas-hallberg': 'Tomas Hällberg',
  'amara-lindqvist': 'Amara Lindqvist',
  'sunniva-aas': 'Sunniva Aas',
  'priya-venkatesan': 'Priya Venkatesan',
  'marguerite-oyelaran': 'Marguerite Oyelaran',
  'hana-brzezicki': 'Hana Brzezicki',
  'odile-marchetti': 'Odile Marchetti',
  'rafael-ombuto': 'Rafael Ombuto',
  'callum-reyes': 'Callum Reyes',
  'dario-fennelly': 'Dario Fennelly',
  'leila-haddad-cross': 'Leila Haddad-Cross',
  'joss-whitlock': 'Joss Whitlock',
  'ben-tanaka-moore': 'Ben Tanaka-Moore',
  'wendell-pryce': 'Wendell Pryce',
  'kasia-nowicka': 'Kasia Nowicka',
};
