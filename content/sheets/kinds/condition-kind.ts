import { bad, good, type Kind, type Names, type Parsed } from './kind.ts';
import { idOf, labelOf, listed, splitList } from './list-kinds.ts';

/**
 * When a row counts: 问题=答案|答案, several joined by ； and all of them needed. Questions and answers are named by
 * their words or their ids, and read strictly: a name that is not there is refused.
 */
export const condition: Kind = {
  name: 'condition',
  width: 34,
  parse: parseCondition,
  show(value, names) {
    if (typeof value !== 'object' || value === null) return String(value);
    return Object.entries(value)
      .map(([questionId, answers]) => {
        const options = names.questions.find(question => question.id === questionId)?.options ?? [];
        const labels = (Array.isArray(answers) ? answers : [answers]).map(answer => labelOf(options, String(answer)));
        return `${labelOf(names.questions, questionId)}=${labels.join('|')}`;
      })
      .join('；');
  },
};

function parseCondition(cell: string, names: Names): Parsed {
  const entries = new Map<string, string[]>();
  for (const part of splitList(cell)) {
    const [questionName = '', answerNames, ...rest] = part.split(/[=＝]/).map(each => each.trim());
    if (answerNames === undefined || rest.length > 0)
      return bad('写成 问题=答案|答案，几个条件用；隔开，如：户口在哪里？=在台州|在浙江其他地方');
    const questionId = idOf(names.questions, questionName);
    if (questionId === null)
      return bad(
        names.questions.length === 0
          ? '留空：这个事项没有情形，不能写条件'
          : `这个事项没有“${questionName}”这个问题，可写：${listed(names.questions)}`,
      );
    if (entries.has(questionId)) return bad(`“${questionName}”只写一次，几个答案用 | 隔开`);
    const options = names.questions.find(question => question.id === questionId)?.options ?? [];
    const answers: string[] = [];
    for (const answerName of answerNames.split(/[|｜]/).map(each => each.trim())) {
      const optionId = idOf(options, answerName);
      if (optionId === null) return bad(`“${questionName}”没有“${answerName}”这个答案，可写：${listed(options)}`);
      if (!answers.includes(optionId)) answers.push(optionId);
    }
    entries.set(questionId, answers);
  }
  return good(Object.fromEntries(entries));
}
