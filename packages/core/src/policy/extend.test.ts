import { describe, expect, it } from 'vitest';
import { extendPolicy, PolicyError } from './extend.js';
import { netflix } from './netflix.js';
import { defaultPolicy } from './policy.js';

const NUMBER = 'must be a number from';

describe('extendPolicy', () => {
  it('changes what it is told and keeps the rest', () => {
    const policy = extendPolicy(defaultPolicy, {
      name: 'news',
      kinds: { click: { liking: 0.3 } },
      rank: { opened: 'last' },
    });
    expect(policy.kinds.click).toEqual({ ...defaultPolicy.kinds.click, liking: 0.3 });
    expect(policy.kinds.like).toEqual(defaultPolicy.kinds.like);
    expect(policy.rank.opened).toBe('last');
    expect(defaultPolicy.kinds.click.liking).toBe(0.5);
  });

  it('takes a whole policy too', () => {
    expect(extendPolicy(defaultPolicy, defaultPolicy)).toEqual(defaultPolicy);
    expect(extendPolicy(netflix, {})).toEqual(netflix);
  });

  it('replaces lists whole', () => {
    const { suppress, position, rating } = extendPolicy(netflix, {
      suppress: { dislike: [{ what: 'genre:', days: 7 }], skip: [{ what: 'item', days: 1 }] },
      position: { theta: [1, 0.5] },
      rating: { table: [-1, 0, 0, 0.5, 1] },
    });
    expect(suppress).toEqual({
      ...netflix.suppress,
      dislike: [{ what: 'genre:', days: 7 }],
      skip: [{ what: 'item', days: 1 }],
    });
    expect(position.theta).toEqual([1, 0.5]);
    expect(rating.table).toHaveLength(5);
  });

  it('adds caps for families of features that it did not know', () => {
    const { rank } = extendPolicy(defaultPolicy, { rank: { caps: { 'topic:': 4 } } });
    expect(rank.caps).toEqual({ 'creator:': 3, 'topic:': 4 });
  });

  it('lets go of a cap or a clip with Infinity, where that means something', () => {
    const { rank, position } = extendPolicy(defaultPolicy, {
      rank: { caps: { 'creator:': Infinity } },
      position: { maxWeight: Infinity },
    });
    expect([rank.caps['creator:'], position.maxWeight]).toEqual([Infinity, Infinity]);
  });

  it.each([
    ['null', 'policy must be an object.'],
    ['[]', 'policy must be an object.'],
    ['{"kinds":null}', 'policy.kinds must be an object.'],
    ['{"kinds":[]}', 'policy.kinds must be an object.'],
    ['{"kinds":{"stare":{"liking":1}}}', 'policy.kinds.stare is not a setting of a policy.'],
    ['{"kinds":{"undo":{"liking":1}}}', 'policy.kinds.undo is not a setting of a policy.'],
    ['{"__proto__":{"doubt":2}}', 'policy.__proto__ is not a setting of a policy.'],
    ['{"constructor":1}', 'policy.constructor is not a setting of a policy.'],
    ['{"version":2}', 'policy.version must be 1: a policy of another version cannot be read.'],
    ['{"name":7}', 'policy.name must be a string.'],
    ['{"watch":{"replay":{"flat":1}}}', 'policy.watch.replay.flat must be a boolean.'],
    ['{"unify":"product"}', 'policy.unify must be mean or sum.'],
    ['{"funnel":"all"}', 'policy.funnel must be strongest or sum.'],
    ['{"impression":{"counts":"never"}}', 'policy.impression.counts must be ignored or always.'],
    ['{"rank":{"opened":"first"}}', 'policy.rank.opened must be keep or last.'],
    ['{"purchase":{"returnFrom":"today"}}', 'policy.purchase.returnFrom must be return or purchase.'],
    ['{"kinds":{"click":{"liking":"lots"}}}', 'policy.kinds.click.liking must be a number from -1 to 1.'],
    ['{"kinds":{"click":{"liking":1.1}}}', `policy.kinds.click.liking ${NUMBER} -1 to 1.`],
    ['{"kinds":{"click":{"confidence":-1}}}', `policy.kinds.click.confidence ${NUMBER} 0 to 1000000.`],
    ['{"kinds":{"click":{"halfLifeDays":0}}}', `policy.kinds.click.halfLifeDays ${NUMBER} 0.001 to 100000.`],
    ['{"doubt":-0.1}', `policy.doubt ${NUMBER} 0 to 1000000.`],
    ['{"content":1.5}', `policy.content ${NUMBER} 0 to 1.`],
    ['{"rating":{"prior":0}}', `policy.rating.prior ${NUMBER} 1 to 5.`],
    ['{"rating":{"table":[1,2,3]}}', 'policy.rating.table must be a list of 0 or 5.'],
    ['{"dwell":{"sigma":0}}', `policy.dwell.sigma ${NUMBER} 0.001 to 1000.`],
    ['{"position":{"maxWeight":0.5}}', `policy.position.maxWeight ${NUMBER} 1 to Infinity.`],
    ['{"position":{"eta":1000}}', `policy.position.eta ${NUMBER} 0 to 10.`],
    ['{"position":{"theta":0.5}}', 'policy.position.theta must be a list.'],
    ['{"position":{"theta":[1,0]}}', `policy.position.theta[1] ${NUMBER} 0.000001 to 1.`],
    ['{"position":{"theta":[1,null]}}', `policy.position.theta[1] ${NUMBER} 0.000001 to 1.`],
    ['{"watch":{"labels":[0.1,0.5]}}', 'policy.watch.labels must be a list of 3.'],
    ['{"watch":{"labels":[0.1,0.5,2]}}', `policy.watch.labels[2] ${NUMBER} 0 to 1.`],
    ['{"watch":{"curve":[[0,0,0]]}}', 'policy.watch.curve[0] must be a pair of numbers.'],
    ['{"watch":{"curve":[0,1]}}', 'policy.watch.curve[0] must be a pair of numbers.'],
    ['{"watch":{"curve":[[0,0],[0.5,2]]}}', `policy.watch.curve[1] ${NUMBER} -1 to 1.`],
    ['{"unify":["mean"]}', 'policy.unify must be mean or sum.'],
    ['{"suppress":{"dislike":30}}', 'policy.suppress.dislike must be a list.'],
    ['{"suppress":{"stare":[]}}', 'policy.suppress.stare is not a setting of a policy.'],
    [
      '{"suppress":{"hide":[{"what":"creator","days":30}]}}',
      'policy.suppress.hide[0].what must be item, similar, or a family such as creator:.',
    ],
    ['{"suppress":{"hide":["item"]}}', 'policy.suppress.hide[0].what must be item, similar,'],
    ['{"suppress":{"hide":[null]}}', 'policy.suppress.hide[0].what must be item, similar,'],
    ['{"suppress":{"hide":[{"what":"item","days":-1}]}}', `policy.suppress.hide[0].days ${NUMBER} 0 to 1000000.`],
    ['{"suppress":{"hide":[{"what":"item"}]}}', `policy.suppress.hide[0].days ${NUMBER} 0 to 1000000.`],
    ['{"rank":{"caps":{"topic":3}}}', 'policy.rank.caps.topic is not a setting of a policy.'],
    ['{"rank":{"caps":{"topic:":0}}}', `policy.rank.caps.topic: ${NUMBER} 1 to Infinity.`],
    ['{"rank":{"caps":{"creator:":"few"}}}', 'policy.rank.caps.creator: must be a number from 1 to Infinity.'],
  ])('names the field of %s that is wrong, and what it must be', (json, message) => {
    expect(() => extendPolicy(defaultPolicy, JSON.parse(json))).toThrow(`[penchant] ${message}`);
  });

  it('throws errors of a type, which know the field', () => {
    const refusalOf = (json: string): unknown => {
      try {
        return extendPolicy(defaultPolicy, JSON.parse(json));
      } catch (error) {
        return error;
      }
    };
    const [value, name] = [refusalOf('{"doubt":-1}'), refusalOf('{"kinds":{"stare":{}}}')];
    expect(value).toBeInstanceOf(PolicyError);
    expect(value).toMatchObject({ name: 'PolicyError', path: 'policy.doubt' });
    expect(name).toMatchObject({ name: 'PolicyError', path: 'policy.kinds.stare' });
  });

  it.each([NaN, Infinity, -Infinity])('takes no %f for a number', (value) => {
    expect(() => extendPolicy(defaultPolicy, { doubt: value })).toThrow('policy.doubt must be a number from 0');
    expect(() => extendPolicy(defaultPolicy, { kinds: { like: { halfLifeDays: value } } })).toThrow(
      'policy.kinds.like.halfLifeDays must be a number from 0.001',
    );
    expect(() => extendPolicy(defaultPolicy, { position: { theta: [1, value] } })).toThrow(
      'policy.position.theta[1] must be a number from',
    );
  });

  it('leaves the policy that it began with as it was, also when it refuses', () => {
    const before = structuredClone(netflix);
    expect(() => extendPolicy(netflix, { doubt: 2, content: 2 })).toThrow('policy.content');
    expect(netflix).toEqual(before);
  });
});
