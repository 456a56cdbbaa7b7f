import type { Journey } from './catalogue';

const SKIES = [
  ['#7d93c4', '#f0bfae', '#4b4470'],
  ['#4f9fd6', '#d9eef3', '#1c4f57'],
  ['#2b2a60', '#e58f74', '#1f1a3f'],
  ['#8fafd3', '#fdeee4', '#2f4770'],
] as const;

/** A journey's picture: its sky and its ground, and what one travels by. */
export function Picture({ journey: { id, features } }: { readonly journey: Journey }) {
  const seed = id.split('').reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7);
  const [high, low, ground] = SKIES[seed % SKIES.length] ?? SKIES[0];
  const by = features[0];
  return (
    <svg viewBox="0 0 300 200" aria-hidden="true">
      <rect width="300" height="200" fill={high} />
      <rect y="60" width="300" height="140" fill={low} opacity=".7" />
      <circle cx={60 + (seed % 180)} cy={54 + (seed % 30)} r="20" fill="#fff4d2" />
      <path d={`M0 ${120 - (seed % 20)}q75-${30 + (seed % 40)} 150 0t150 0v90H0z`} fill={ground} opacity=".55" />
      <path d="M0 140h300v60H0z" fill={ground} />
      {by === 'topic:ferries' && (
        <path d="M90 138h120l-16 26h-88zM112 118h70v20h-70zM150 98h14v20h-14z" fill="#fdf6e6" />
      )}
      {by === 'topic:trains' && (
        <path d="M20 128h80v34H20zM106 128h80v34h-80zM192 128h66l16 22v12h-82z" fill="#c8502f" />
      )}
      {by === 'topic:trails' && (
        <path
          d="M120 200q10-30 34-36t4-26q-14-14 8-26"
          fill="none"
          stroke="#f6e3b0"
          strokeWidth="9"
          strokeLinecap="round"
        />
      )}
    </svg>
  );
}
