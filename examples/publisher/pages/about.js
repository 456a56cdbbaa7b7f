import { html } from './html.js';
import { PAPER, layout } from './layout.js';
import { lead } from './selection.js';

const main = html`<article class="story about">
  <header class="story-head">
    <h1>What stays on your device</h1>
    <p class="standfirst">
      ${PAPER} is a demonstration. The news is invented; the ranking is real, and it happens in your browser.
    </p>
  </header>
  <div class="story-body">
    <p>
      When you see a story in a list, open it, or ask for more or less of it, that is noted in this browser, in a store
      that belongs to this site alone. From those notes it works out what you seem to like, by topic, by place and by
      writer, and puts the list called “For you” in order. The list you would see on another device is another list.
    </p>
    <h2>What leaves</h2>
    <p>
      Counts. For instance: that in this list, the story in third place was seen and not opened, or that a story was
      asked for more of. They are small sums with no name and no cookie, and nothing in two of them says that one reader
      sent both. They let the paper correct for the fact that people open whatever is at the top, and learn which
      stories hold up wherever they are put.
    </p>
    <p>The notes stay here, and so does the profile made of them.</p>
    <h2>What a count can still tell</h2>
    <p>
      One message says which stories of one list somebody saw, where each of them stood, and which they opened, in some
      week. Where the list is “For you”, its order was made for that somebody, and hints at what they like. Who it was,
      it does not say. The machine that receives it necessarily sees a network address at that moment, as every web
      server does, and does not keep it.
    </p>
    <h2>How to have none of it</h2>
    <p>
      Clear this site’s data in your browser and it has forgotten you. Turn on Global Privacy Control and nothing is
      sent. Turn off scripts, and you get the editors’ order, which is a perfectly good newspaper.
    </p>
    <p><a class="back" href="/">Back to the front page</a></p>
  </div>
</article>`;

export const about = (site) =>
  layout(
    {
      title: `What stays on your device | ${PAPER}`,
      description: 'A demonstration newspaper, ranked on your device, and what that means.',
      path: '/about.html',
      image: `/pictures/${lead.slug}.svg`,
      main,
    },
    site,
  );
