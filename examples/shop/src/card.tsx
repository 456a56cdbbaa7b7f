import { Tracked, useTracker } from '@penchant/react';
import { useState, type ReactElement } from 'react';
import { departments, price, productOf, type Product } from './catalogue.js';
import { Picture } from './picture.js';
import { to } from './route.js';
import type { Explanation } from '@penchant/browser';

/** One product on a shelf. */
export function Card({
  product,
  explained,
}: {
  readonly product: Product;
  readonly explained?: boolean;
}): ReactElement {
  return (
    <Tracked item={product} asChild>
      <li className="card">
        <a {...to(`/product/${product.id}`)}>
          <Picture product={product} />
          <span className="name">{product.name}</span>
        </a>
        <p className="facts">
          <span>{product.maker}</span>
          <span className="price">{price(product.euros)}</span>
        </p>
        {explained && <Why product={product} />}
      </li>
    </Tracked>
  );
}

const MOST_REASONS = 4;
const DEED: Readonly<Record<string, string>> = {
  click: 'opened',
  dwell: 'looked at',
  save: 'saved',
  cart: 'put in the cart',
  purchase: 'bought',
  return: 'sent back',
};

/** The score's ledger, under a disclosure. */
function Why({ product }: { readonly product: Product }): ReactElement {
  const tracker = useTracker();
  const [explanation, setExplanation] = useState<Explanation>();
  return (
    <details
      className="why"
      onToggle={({ currentTarget }) => setExplanation(currentTarget.open ? tracker.explain(product) : undefined)}
    >
      <summary>Why this?</summary>
      {explanation && (
        <>
          <p>
            {explanation.entries.length > 0
              ? explanation.sentence
              : 'Nothing you did bears on this yet: it stands where the shop put it.'}
          </p>
          <ul>
            {explanation.entries.slice(0, MOST_REASONS).map((entry) => (
              <li key={`${entry.kind} ${entry.item} ${entry.at}`}>
                <span>{`${DEED[entry.kind] ?? entry.kind}: ${productOf(entry.item)?.name ?? entry.item}`}</span>
                <Mark liking={entry.contribution} confidence={entry.confidence} />
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

/** Right of the centre line is liked, left is disliked; how solid it is says how sure that is. */
export function Mark({ liking, confidence }: { readonly liking: number; readonly confidence: number }): ReactElement {
  const length = Math.min(1, Math.max(0.02, Math.abs(liking))) * 100;
  const side = liking < 0 ? 'disliked' : 'liked';
  const said = `${side}, ${liking.toFixed(2)}`;
  return (
    <svg className="mark" viewBox="-100 0 200 10" preserveAspectRatio="none" role="img" aria-label={said}>
      <title>{said}</title>
      <rect className="ground" x="-100" y="4" width="200" height="2" />
      <rect
        className={side}
        x={liking < 0 ? -length : 0}
        y="1"
        width={length}
        height="8"
        opacity={Math.min(1, Math.max(0.3, confidence))}
      />
      <rect className="centre" x="-0.75" width="1.5" height="10" />
    </svg>
  );
}

/** What the shop thinks of the customer's taste, department by department. */
export function Leanings(): ReactElement {
  const { features } = useTracker().profile();
  const known = Object.entries(departments).flatMap(([department, name]) => {
    const found = features[`topic:${department}`];
    return found && Math.abs(found.score) > 0.01 ? [{ name, ...found }] : [];
  });
  if (known.length === 0) return <p className="leanings empty">Nothing known of you yet: open something you like.</p>;
  return (
    <ul className="leanings" aria-label="What this shop thinks you like">
      {known
        .sort((a, b) => b.score - a.score)
        .map(({ name, score, confidence }) => (
          <li key={name}>
            <span>{name}</span>
            <Mark liking={score} confidence={confidence} />
          </li>
        ))}
    </ul>
  );
}
