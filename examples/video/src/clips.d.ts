export const CLIPS: readonly {
  readonly id: string;
  readonly scene: string;
  readonly light: string;
  readonly seconds: number;
}[];
