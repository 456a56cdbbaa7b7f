import type { ReactElement } from 'react';
import type { Colour, Product, Shape } from './catalogue.js';

/** What a thing is painted with: itself, its shaded side, its lit side, and the wall behind it. */
interface Paint {
  readonly main: string;
  readonly dark: string;
  readonly light: string;
  readonly wall: string;
  readonly floor: string;
}

const PAINT: Readonly<Record<Colour, Paint>> = {
  rust: { main: '#b4532c', dark: '#833718', light: '#d98358', wall: '#f3dfcf', floor: '#dcbca3' },
  moss: { main: '#5c7a4d', dark: '#3f5a34', light: '#8fab7c', wall: '#e3eadb', floor: '#c3cfb4' },
  ink: { main: '#33415e', dark: '#1f2940', light: '#66779b', wall: '#dfe3ec', floor: '#bcc4d4' },
  sand: { main: '#cda56b', dark: '#a37c45', light: '#e8cb9c', wall: '#f6ecdb', floor: '#e2cfae' },
  plum: { main: '#7d4465', dark: '#592c46', light: '#ad7897', wall: '#efdfe8', floor: '#d3b7c7' },
  sky: { main: '#5f93ad', dark: '#3d6e87', light: '#95c0d3', wall: '#e0edf2', floor: '#b9d1dc' },
};
const WOOD = '#b98553';
const WOOD_DARK = '#8f6038';
const CLAY = '#bf6a45';

const SHAPES: Readonly<Record<Shape, (paint: Paint) => ReactElement>> = {
  pendant: ({ main, dark, light }) => (
    <>
      <path d="M130 236 30 400h340L270 236z" fill="#fff6d8" opacity=".55" />
      <path d="M200 0v120" stroke={dark} strokeWidth="4" />
      <path d="M186 112h28l6 24h-40z" fill={WOOD_DARK} />
      <path d="M112 240c0-64 34-106 88-106s88 42 88 106z" fill={main} />
      <path d="M134 240c2-54 22-92 52-102-46 8-74 48-74 102z" fill={light} opacity=".8" />
      <ellipse cx="200" cy="240" rx="88" ry="14" fill="#ffeeb8" />
      <ellipse cx="200" cy="240" rx="88" ry="14" fill="none" stroke={dark} strokeWidth="3" />
    </>
  ),
  lamp: ({ main, dark, light }) => (
    <>
      <path d="M108 186 60 330h230l-34-144z" fill="#fff6d8" opacity=".5" />
      <ellipse cx="220" cy="332" rx="58" ry="13" fill={dark} />
      <path d="M220 328V208l-52-62" fill="none" stroke={dark} strokeWidth="9" strokeLinejoin="round" />
      <circle cx="220" cy="208" r="10" fill={WOOD} />
      <path d="m130 82 72 44c-2 34-26 62-94 60-20-30-8-74 22-104z" fill={main} />
      <path d="m130 82 20 12c-26 24-38 56-34 92h-8c-20-30-8-74 22-104z" fill={light} />
      <ellipse cx="148" cy="176" rx="40" ry="10" fill="#ffeeb8" />
    </>
  ),
  chair: ({ main, dark, light }) => (
    <>
      <path
        d="M138 224 122 344M262 224l16 120M146 92l-8 136M254 92l8 136"
        stroke={WOOD}
        strokeWidth="13"
        strokeLinecap="round"
      />
      <path d="M164 232l-6 90M236 232l6 90" stroke={WOOD_DARK} strokeWidth="10" strokeLinecap="round" />
      <path d="M132 84c44-20 92-20 136 0l-6 62c-40-14-84-14-124 0z" fill={main} />
      <path d="M132 84c44-20 92-20 136 0l-2 16c-44-18-88-18-132 0z" fill={light} />
      <path d="M122 214h156l14 26c0 10-184 10-184 0z" fill={main} />
      <path d="M108 240c0 10 184 10 184 0v10c0 10-184 10-184 0z" fill={dark} />
    </>
  ),
  stool: ({ main, dark, light }) => (
    <>
      <path d="M150 196 122 344M250 196l28 148M200 200v138" stroke={WOOD} strokeWidth="14" strokeLinecap="round" />
      <path d="M136 284h128" stroke={WOOD_DARK} strokeWidth="9" />
      <ellipse cx="200" cy="188" rx="92" ry="26" fill={dark} />
      <ellipse cx="200" cy="178" rx="92" ry="26" fill={main} />
      <ellipse cx="186" cy="173" rx="62" ry="14" fill={light} opacity=".7" />
    </>
  ),
  mug: ({ main, dark, light }) => (
    <>
      <path d="M262 202c66-14 66 94-6 88" fill="none" stroke={dark} strokeWidth="20" />
      <path d="M126 170h148l-10 150c-2 24-126 24-128 0z" fill={main} />
      <path d="M126 170h44l4 166c-24-4-37-9-38-16z" fill={light} opacity=".75" />
      <path d="M131 246c44 12 96 12 138 0l-5 74c-2 24-126 24-128 0z" fill={dark} opacity=".55" />
      <ellipse cx="200" cy="170" rx="74" ry="18" fill={dark} />
      <ellipse cx="200" cy="173" rx="62" ry="12" fill="#4a2f22" />
      <path
        d="M176 136c-14-22 14-30 0-56M214 130c-14-22 14-30 0-56"
        fill="none"
        stroke="#fff"
        strokeWidth="7"
        strokeLinecap="round"
        opacity=".8"
      />
    </>
  ),
  kettle: ({ main, dark, light }) => (
    <>
      <path d="M126 190c0-90 148-90 148 0" fill="none" stroke={dark} strokeWidth="11" />
      <path d="M158 128c26-16 58-16 84 0" fill="none" stroke={WOOD} strokeWidth="20" strokeLinecap="round" />
      <path d="m284 236 58-52 14 12-56 88z" fill={dark} />
      <path d="M108 320c-12-86 34-140 92-140s104 54 92 140c-2 20-182 20-184 0z" fill={main} />
      <path d="M118 324c-10-76 14-124 52-138-44 12-72 62-62 134 1 6 4 8 10 4z" fill={light} />
      <path d="M160 186c10-14 70-14 80 0 6 10-86 10-80 0z" fill={dark} />
      <circle cx="200" cy="170" r="11" fill={WOOD} />
    </>
  ),
  rucksack: ({ main, dark, light }) => (
    <>
      <path d="M172 92c0-44 56-44 56 0" fill="none" stroke={WOOD_DARK} strokeWidth="12" />
      <path d="M116 336V146c0-80 168-80 168 0v190c0 14-168 14-168 0z" fill={main} />
      <path d="M116 336V146c0-30 24-50 54-56-18 12-30 32-30 60v194c-15-2-24-5-24-8z" fill={light} opacity=".75" />
      <path d="M110 150c0-74 180-74 180 0v34c-56 22-124 22-180 0z" fill={dark} />
      <path d="M150 168v76M250 168v76" stroke={WOOD} strokeWidth="13" />
      <path d="M142 226h16v18h-16zM242 226h16v18h-16z" fill="#e8cf8e" />
      <path d="M140 262h120v60c0 10-120 10-120 0z" fill={dark} opacity=".6" />
    </>
  ),
  tote: ({ main, dark, light }) => (
    <>
      <path d="M150 186c-8-130 108-130 100 0" fill="none" stroke={WOOD_DARK} strokeWidth="11" />
      <path d="M104 166h192l18 172H86z" fill={main} />
      <path d="M104 166h40l-16 172H86z" fill={light} opacity=".75" />
      <path d="M104 166h192l2 22H102z" fill={dark} />
      <circle cx="200" cy="258" r="34" fill={light} />
      <path d="M200 234c18 14 18 34 0 48-18-14-18-34 0-48z" fill={dark} />
    </>
  ),
  fern: ({ main, dark, light }) => (
    <>
      {[-68, -44, -22, 0, 20, 42, 66].map((turn, i) => (
        <g key={turn} transform={`rotate(${turn} 200 262)`}>
          <path
            d={`M200 262c-${22 + i}-60-10-130 0-${172 - Math.abs(turn)} 10 42 ${22 + i} 112 0 172z`}
            fill={i % 2 ? '#5f8a4e' : '#3f6b3b'}
          />
          <path d="M200 262V140" stroke="#a9c98f" strokeWidth="2.5" />
        </g>
      ))}
      <path d="M140 256h120l-16 88c-2 10-86 10-88 0z" fill={main} />
      <path d="M140 256h34l6 94c-14-1-23-3-24-6z" fill={light} opacity=".7" />
      <path d="M132 244h136v22H132z" fill={dark} />
    </>
  ),
  cactus: ({ main, dark, light }) => (
    <>
      <path d="M166 262V124c0-46 68-46 68 0v138z" fill="#4d7f57" />
      <path
        d="M166 206c-44 0-54-18-54-54 0-20 28-20 28 0 0 20 6 26 26 26zM234 226c42 0 52-20 52-62 0-20-28-20-28 0 0 26-6 34-24 34z"
        fill="#3f6c49"
      />
      <path d="M184 250V118M200 250V106M216 250V118" stroke="#8bb58f" strokeWidth="3" strokeDasharray="3 11" />
      <path d="m200 62 8 16 18-4-8 16 14 10H168l14-10-8-16 18 4z" fill="#e0678a" />
      <path d="M136 262h128l-16 82c-2 10-94 10-96 0z" fill={main} />
      <path d="M136 262h36l6 88c-15-1-25-3-26-6z" fill={light} opacity=".7" />
      <path d="M128 250h144v22H128z" fill={dark} />
    </>
  ),
  cushion: ({ main, dark, light }) => (
    <>
      <path d="M96 142c56 18 152 18 208 0 16 56 16 132 0 190-56-18-152-18-208 0-16-58-16-134 0-190z" fill={main} />
      <path
        d="M96 142c56 18 152 18 208 0 4 14 7 28 9 44-70 22-156 22-226 0 2-16 5-30 9-44z"
        fill={light}
        opacity=".7"
      />
      <path d="M140 152v166M200 156v158M260 152v166" stroke={dark} strokeWidth="7" opacity=".6" />
      <path
        d="M96 142c56 18 152 18 208 0 16 56 16 132 0 190-56-18-152-18-208 0-16-58-16-134 0-190z"
        fill="none"
        stroke={dark}
        strokeWidth="5"
      />
    </>
  ),
  blanket: ({ main, dark, light }) => (
    <>
      {[0, 1, 2, 3].map((fold) => (
        <g key={fold} transform={`translate(0 ${-44 * fold})`}>
          <path d="M92 300c0-16 8-22 24-22h180c20 0 20 44 0 44H116c-16 0-24-6-24-22z" fill={fold % 2 ? light : main} />
          <path d="M150 278v44M176 278v44M230 278v44" stroke={fold % 2 ? main : light} strokeWidth="8" />
          <path d="M296 278c20 0 20 44 0 44" fill="none" stroke={dark} strokeWidth="5" />
        </g>
      ))}
      <path
        d="M92 322v26M112 322v28M132 322v24M152 322v28M172 322v26"
        stroke={dark}
        strokeWidth="5"
        strokeLinecap="round"
      />
    </>
  ),
};

/** A product, drawn: its shape in its colour, on a shelf by a wall. Terracotta is what it is, whatever the colour. */
export function Picture({ product: { shape, colour, features } }: { readonly product: Product }): ReactElement {
  const isClay = Array.isArray(features) && features.includes('material:terracotta');
  const paint = isClay ? { ...PAINT[colour], main: CLAY, dark: '#8f4626', light: '#dd946f' } : PAINT[colour];
  return (
    <svg className="picture" viewBox="0 0 400 400" aria-hidden="true">
      <rect width="400" height="400" fill={paint.wall} />
      <rect y="318" width="400" height="82" fill={paint.floor} />
      {shape !== 'pendant' && <ellipse cx="206" cy="344" rx="128" ry="16" fill={paint.dark} opacity=".28" />}
      {SHAPES[shape](paint)}
    </svg>
  );
}
