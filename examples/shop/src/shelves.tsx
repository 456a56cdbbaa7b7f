import { Tracked, useRanked, useTracker } from '@penchant/react';
import { useMemo, useState, type ReactElement } from 'react';
import { useBasket } from './basket.js';
import { Card, Leanings } from './card.js';
import { departments, price, products, type Department, type Product } from './catalogue.js';
import { Picture } from './picture.js';
import { to } from './route.js';

/** The front of the shop: what is ranked for this customer, then everything in the shop's own order. */
export function Front(): ReactElement {
  const picked = useRanked(products, { list: 'picked', limit: 8 });
  const [department, setDepartment] = useState<Department>();
  return (
    <main>
      <section className="picked" aria-labelledby="picked">
        <div className="head">
          <div>
            <h1 id="picked">Picked for you</h1>
            <p className="small">In your order, worked out on this device. Nothing you do here is sent anywhere.</p>
          </div>
          <Leanings />
        </div>
        <ul className="shelf" data-penchant-list="picked">
          {picked.map((product) => (
            <Card key={product.id} product={product} explained />
          ))}
        </ul>
      </section>
      <section aria-labelledby="all">
        <div className="head">
          <h2 id="all">Everything</h2>
          <div className="chips" role="group" aria-label="Department">
            <button aria-pressed={!department} onClick={() => setDepartment(undefined)}>
              All
            </button>
            {(Object.keys(departments) as Department[]).map((each) => (
              <button key={each} aria-pressed={department === each} onClick={() => setDepartment(each)}>
                {departments[each]}
              </button>
            ))}
          </div>
        </div>
        <ul className="shelf" data-penchant-list={department ?? 'everything'}>
          {products.flatMap((product) =>
            !department || product.department === department ? [<Card key={product.id} product={product} />] : [],
          )}
        </ul>
      </section>
    </main>
  );
}

/** One product; what goes with it is ranked for the customer, too. */
export function ProductPage({ product }: { readonly product: Product }): ReactElement {
  const tracker = useTracker();
  const { cart, add } = useBasket();
  const [isSaved, setSaved] = useState(false);
  const others = useMemo(() => products.filter(({ id }) => id !== product.id), [product]);
  const also = useRanked(others, { list: 'also', limit: 4, refresh: product.id });
  const isInCart = cart.includes(product.id);

  function save(): void {
    setSaved(!isSaved);
    if (isSaved) void tracker.undo(product.id);
    else tracker.save(product.id);
  }

  return (
    <main>
      <Tracked item={product} asChild>
        <article className="product">
          <Picture product={product} />
          <div>
            <p className="small">
              {departments[product.department]} · {product.maker}
            </p>
            <h1>{product.name}</h1>
            <p className="about">{product.about}</p>
            <p className="price">{price(product.euros)}</p>
            <p className="actions">
              <button className="main" onClick={() => add(product.id)} disabled={isInCart}>
                {isInCart ? 'In your cart' : 'Put in the cart'}
              </button>
              <button aria-pressed={isSaved} onClick={save}>
                {isSaved ? '♥ Saved' : '♡ Save'}
              </button>
            </p>
            <p className="small">Sent within two days. Comes back free for thirty.</p>
          </div>
        </article>
      </Tracked>
      <section aria-labelledby="also">
        <h2 id="also">You may also like</h2>
        <ul className="shelf" data-penchant-list="also">
          {also.map((each) => (
            <Card key={each.id} product={each} />
          ))}
        </ul>
      </section>
      <p>
        <a {...to('/')}>← Back to the shop</a>
      </p>
    </main>
  );
}
