import { useEffect, type ReactElement } from 'react';
import { useBasket } from './basket.js';
import { price, productOf } from './catalogue.js';
import { Picture } from './picture.js';
import { go, to, usePath } from './route.js';
import { Front, ProductPage } from './shelves.js';

export function Shop(): ReactElement {
  const { cart } = useBasket();
  return (
    <>
      <header>
        <a className="brand" {...to('/')}>
          Hearth <i>&</i> Hide
        </a>
        <nav aria-label="Yours">
          <a {...to('/orders')}>Orders</a>
          <a {...to('/cart')}>
            Cart <b className="count">{cart.length}</b>
          </a>
        </nav>
      </header>
      <Page path={usePath()} />
      <footer className="small">
        A demonstration of Penchant. The products are not for sale; the ranking is real.
      </footer>
    </>
  );
}

function Page({ path }: { readonly path: string }): ReactElement {
  const product = productOf(path.replace('/product/', ''));
  const title = path === '/cart' ? 'Your cart' : path === '/orders' ? 'Your orders' : product?.name;
  useEffect(
    () => void (document.title = title ? `${title} · Hearth & Hide` : 'Hearth & Hide: things for the house'),
    [title],
  );
  if (path === '/cart') return <Cart />;
  if (path === '/orders') return <Orders />;
  return product ? <ProductPage key={product.id} product={product} /> : <Front />;
}

function Cart(): ReactElement {
  const { cart, remove, buy } = useBasket();
  const chosen = cart.flatMap((id) => productOf(id) ?? []);
  if (chosen.length === 0)
    return (
      <main>
        <h1>Your cart</h1>
        <p>
          Nothing in it yet. <a {...to('/')}>Have a look around.</a>
        </p>
      </main>
    );
  return (
    <main>
      <h1>Your cart</h1>
      <ul className="lines">
        {chosen.map((product) => (
          <li key={product.id}>
            <Picture product={product} />
            <a {...to(`/product/${product.id}`)}>{product.name}</a>
            <span className="price">{price(product.euros)}</span>
            <button onClick={() => remove(product.id)}>
              Take out<span className="unseen"> {product.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="total">
        Together <b className="price">{price(chosen.reduce((sum, { euros }) => sum + euros, 0))}</b>
        <button
          className="main"
          onClick={() => {
            buy();
            go('/orders');
          }}
        >
          Buy
        </button>
      </p>
    </main>
  );
}

function Orders(): ReactElement {
  const { orders, sendBack } = useBasket();
  return (
    <main>
      <h1>Your orders</h1>
      {orders.length === 0 && (
        <p>
          You have bought nothing yet. <a {...to('/')}>Have a look around.</a>
        </p>
      )}
      <ul className="lines">
        {orders.map((order) => {
          const product = productOf(order.item);
          return (
            product && (
              <li key={`${order.item} ${order.at}`}>
                <Picture product={product} />
                <a {...to(`/product/${product.id}`)}>{product.name}</a>
                <span className="price">{price(product.euros)}</span>
                {order.isReturned ? (
                  <span className="small">Sent back. You will see less like it.</span>
                ) : (
                  <button onClick={() => sendBack(order)}>
                    Send back<span className="unseen"> {product.name}</span>
                  </button>
                )}
              </li>
            )
          );
        })}
      </ul>
    </main>
  );
}
