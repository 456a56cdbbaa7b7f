import { MAX_FEATURES, MAX_ID_CHARS } from '@penchant/core';
import { ITEM, itemOf, listOf } from '../../markup.js';
import { CONTROL } from '../explicit.js';
import { everywhere } from './everywhere.js';
import { error, warning, type Finding } from './finding.js';

const EMAIL = /[^\s/?&=]+(@|%40)[^\s/?&=]+\.\w/;

/** What is wrong with an item, wherever it stands. */
export function auditItem(element: Element): Finding[] {
  const { id } = itemOf(element);
  const tags = Object.values(itemOf(element).features ?? []).map(String);
  const findings: Finding[] = [];
  if (id.length > MAX_ID_CHARS)
    findings.push(
      error('id-too-long', `“${id.slice(0, 20)}…” is longer than ${MAX_ID_CHARS}: nothing counts for it.`, element),
    );
  if (EMAIL.test(id))
    findings.push(
      error('personal-id', `“${id}” looks like somebody's address. Ids may leave the device: name the item.`, element),
    );
  const around = element.parentElement?.closest(ITEM);
  if (around && listOf(around) === listOf(element))
    findings.push(
      error(
        'nested-item',
        `“${id}” is inside “${itemOf(around).id}”: what is done with it counts for it alone.`,
        element,
      ),
    );
  const odd = tags.find((tag) => tag.length > MAX_ID_CHARS || /[,;{}[\]"]/.test(tag));
  if (odd)
    findings.push(
      warning(
        'malformed-features',
        `“${id}” has “${odd.slice(0, 40)}”. Features are words between spaces: topic:sport team:ajax.`,
        element,
      ),
    );
  if (tags.length > MAX_FEATURES)
    findings.push(
      warning('malformed-features', `“${id}” has ${tags.length} features: the first ${MAX_FEATURES} count.`, element),
    );
  return findings;
}

/** Feedback buttons for what is not on the page: such feedback teaches nothing but an id. */
export function auditFeedback(root: ParentNode): Finding[] {
  const ids = new Set(everywhere(root, ITEM).map((element) => itemOf(element).id));
  return everywhere(root, CONTROL).flatMap((button) =>
    [...button.attributes]
      .filter(
        ({ name, value }) =>
          CONTROL.includes(`[${name}]`) && !ids.has(value) && !ids.has(value.replace(/:[\d.]+$/, '')),
      )
      .map(({ name, value }) =>
        warning('feedback-on-nothing', `${name}="${value}" names no item of this page.`, button),
      ),
  );
}
