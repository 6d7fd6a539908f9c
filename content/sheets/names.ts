import type { Entities, Entity } from './entity.ts';
import type { Named, NamedQuestion, Names } from './kinds/kind.ts';
import { cleanText, listAt, valueAt } from './values.ts';

/** The names that cells of an entity may use. */
export function namesFrom(entities: Entities): (entity: Entity) => Names {
  const all = [...entities.values()];
  const of = (kind: Entity['kind']): Entity[] => all.filter(entity => entity.kind === kind);
  const shared = {
    lifeEvents: of('life-events').flatMap(({ value }) => namedList(value, 'lifeEvents', 'name.zh')),
    matters: of('matter').map(({ id, value }) => ({ id, labels: labels(value, 'name.zh') })),
    places: of('place').map(({ id, value }) => ({ id, labels: labels(value, 'unit.zh') })),
  };
  return ({ value }) => ({
    ...shared,
    questions: listAt(value, 'questions').map(
      (question): NamedQuestion => ({
        ...named(question, 'ask.zh'),
        options: namedList(question, 'options', 'label.zh'),
      }),
    ),
    villages: listAt(value, 'villages').map(village => ({
      id: String(valueAt(village, 'code')),
      labels: labels(village, 'name'),
    })),
  });
}

function namedList(value: unknown, list: string, labelPath: string): Named[] {
  return listAt(value, list).map(item => named(item, labelPath));
}

function named(value: unknown, labelPath: string): Named {
  return { id: String(valueAt(value, 'id')), labels: labels(value, labelPath) };
}

function labels(value: unknown, path: string): string[] {
  const label = valueAt(value, path);
  return typeof label === 'string' ? [cleanText(label)] : [];
}

type Own = Pick<Names, 'questions' | 'villages'>;

/**
 * Names of each entity that understand the earlier ones too, so that renaming a question does not break the conditions
 * that name it.
 */
export function withEarlier(now: Omit<Names, keyof Own>, earlier: Entities): (key: string, own: Own) => Names {
  const earlierOf = namesFrom(earlier);
  const before = earlierOf({ kind: 'life-events', id: '', value: {} });
  const shared = {
    lifeEvents: joined(now.lifeEvents, before.lifeEvents),
    matters: joined(now.matters, before.matters),
    places: joined(now.places, before.places),
  };
  return (key, own) => {
    const old = earlier.get(key);
    if (old === undefined) return { ...shared, ...own };
    const { questions, villages } = earlierOf(old);
    const asked = joined(own.questions, questions);
    return {
      ...shared,
      villages: joined(own.villages, villages),
      questions: own.questions.map((question, index) => ({
        id: question.id,
        labels: asked[index]?.labels ?? question.labels,
        options: joined(question.options, questions.find(({ id }) => id === question.id)?.options ?? []),
      })),
    };
  };
}

function joined(now: readonly Named[], before: readonly Named[]): Named[] {
  const labels = new Map(before.map(each => [each.id, each.labels]));
  return now.map(each => ({ id: each.id, labels: [...each.labels, ...(labels.get(each.id) ?? [])] }));
}
