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
      When you open a story, read it to the end, or ask for more or less of it, that is noted in this browser, in a
      store that belongs to this site alone. From those notes it works out what you seem to like, by topic, by place and
      by writer, and puts the list called “For you” in order. The list you would see on another device is another list.
    </p>
    <h2>What leaves</h2>
    <p>
      Counts. For instance: that in this list, the story in third place was seen and not opened. They are small sums
      with no name, no cookie and no identifier in them. They let the paper correct for the fact that people open
      whatever is at the top, and learn which stories hold up wherever they are put.
    </p>
    <p>What you like does not leave. Nor does the list of what you have read.</p>
    <h2>What a count can still tell</h2>
    <p>
      A count says that somebody, somewhere, saw a list during some period. The machine that receives it necessarily
      sees a network address at that moment, as every web server does, and does not keep it.
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
