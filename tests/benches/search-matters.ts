import { type Readings, readingsOf } from '../../content/compiler/readings.ts';
import type { SearchSource, SourceEntry } from '../../content/model/search/search-index.ts';
import { randomNumbers } from './random.ts';

/** What people apply for: its name, what it is called at home, its English. */
const objects = `
营业执照|执照 开店证|business licence; 食品经营许可证|卫生许可证 食品证|food permit; 社会保障卡|社保卡 市民卡|social security card
居住证|暂住证|residence permit; 身份证|身份证件|ID card; 户口簿|户口本|household register; 结婚登记|结婚证 领证|marriage registration
离婚登记|离婚证|divorce registration; 收养登记|领养证|adoption registration; 老年优待证|老人证 老年证|senior card; 残疾人证|残疾证|disability certificate
退役军人优待证|老兵证 军人证|veteran card; 律师执业证|律师证|lawyer licence; 教师资格证|教师证 教资|teaching certificate; 护士执业证书|护士证|nursing licence
医师执业证书|医生证|doctor licence; 房屋所有权证|房产证 房本|house title; 土地承包经营权证|承包证 土地证|farmland contract; 林权证|山林证|forest title
建设工程规划许可证|规划证|building plan permit; 建筑工程施工许可证|施工证|construction permit; 道路运输经营许可证|运输证 跑货证|road transport permit
网络预约出租汽车驾驶员证|网约车证|ride hailing licence; 机动车驾驶证|驾照 驾驶证|driving licence; 机动车行驶证|行驶证|vehicle licence; 渔业捕捞许可证|捕鱼证|fishing permit
林木采伐许可证|砍树证 采伐证|felling permit; 取水许可证|取水证|water abstraction permit; 排污许可证|排污证|discharge permit; 烟草专卖零售许可证|烟草证 卖烟证|tobacco permit
公共场所卫生许可证|场所卫生证|hygiene permit; 药品经营许可证|药店证|pharmacy permit; 医疗机构执业许可证|诊所证|clinic licence; 民办学校办学许可证|办学证|private school licence
养老保险待遇|养老金 退休金|old age pension; 失业保险金|失业金|unemployment benefit; 工伤保险待遇|工伤赔偿 工伤|work injury benefit; 生育保险待遇|生育津贴|maternity benefit
医疗保险待遇|医保报销|medical insurance benefit; 住房公积金|公积金|housing fund; 公积金贷款|公积金买房|housing fund loan; 最低生活保障金|低保 低保金|minimum living allowance
临时救助金|临时救助 救急钱|emergency relief; 高龄津贴|老人津贴 长寿钱|old age allowance; 护理补贴|护理费|nursing allowance; 丧葬补助金|丧葬费|funeral grant
抚恤金|抚恤|survivor payment; 独生子女费|独生子女补助|only child allowance; 助学金|上学补助|student grant; 助学贷款|上学贷款|student loan
创业担保贷款|创业贷款|start-up loan; 创业补贴|创业补助|start-up subsidy; 农机购置补贴|农机补贴 买农机|farm machinery grant; 种粮补贴|种田补贴|grain subsidy
耕地地力保护补贴|种地补贴|farmland subsidy; 生态公益林补偿金|公益林补偿|public forest compensation; 公共租赁住房|公租房 廉租房|public rental housing; 经济适用住房|经适房|affordable housing
农村宅基地|宅基地 地基|homestead; 农村危房改造补助|危房改造|unsafe house grant; 就业困难人员认定|就业困难|hard employment status; 就业创业证|就业证|employment booklet
灵活就业社会保险|灵活就业 自己交社保|self-paid insurance; 城乡居民医疗保险|居民医保 农医保|residents medical insurance; 城乡居民养老保险|农保 居民养老|residents pension
门诊慢性病待遇|慢性病|chronic illness; 异地就医直接结算|异地就医 外地看病|treatment elsewhere; 家庭医生服务|家庭医生|family doctor; 预防接种证|疫苗本 打针本|vaccination booklet
出生医学证明|出生证|birth certificate; 死亡医学证明|死亡证|death certificate; 无犯罪记录证明|无犯罪证明 政审证明|no criminal record; 亲属关系公证|亲属公证|kinship notarisation
遗嘱公证|遗嘱|will notarisation; 继承公证|继承权公证|inheritance notarisation; 法律援助|免费律师|legal aid; 劳动争议仲裁|劳动仲裁 讨工资|labour arbitration
个人所得税|个税|income tax; 增值税发票|开发票 发票|VAT invoice; 契税|买房交税|deed tax; 车船税|车税|vehicle tax; 残疾人就业保障金|残保金|disability levy
自来水用户|水表 自来水|water account; 天然气用户|煤气 天然气|gas account; 居民用电|电表 用电|electricity account; 有线电视|电视 数字电视|cable television; 宽带业务|宽带 网线|broadband
临时占道|占道 摆摊|street use; 户外广告设施|广告牌 招牌|outdoor advertising; 城市树木移植|移树|tree moving; 犬类|狗证 养狗|dog; 燃放烟花爆竹|放烟花|fireworks
宗教活动场所|宗教场所|place of worship; 社会团体|社团|association; 民办非企业单位|民非|private institution; 农民专业合作社|合作社|farmers cooperative; 个体工商户|个体户|sole trader
有限责任公司|公司|company; 公墓墓穴|墓地 坟|grave; 殡葬服务费减免|火化费 殡葬减免|funeral fee waiver; 图书馆读者证|借书证|library card; 文化礼堂场地|文化礼堂|village hall
体育场馆|体育馆 球场|sports hall; 义务教育入学|上学 报名|school enrolment; 幼儿园入园|幼儿园|kindergarten; 高考报名|高考|college entrance; 自学考试|自考|self-study exam`;

/** What is done with it: its name, what people say, its English. */
const actions = `
申领|领|claim; 补领|补办|replacement; 换发|换|renewal; 注销|取消|cancellation; 变更登记|改|change; 延续|到期|extension; 查询|查|query; 备案|登记一下|filing
初审|先审|first review; 年度审核|年审|yearly check; 异议申请|有意见|objection; 信息更正|写错了|correction; 证明开具|开证明|certificate; 转移接续|转|transfer
资格认定|够不够条件|eligibility; 费用减免|少交钱|fee waiver; 预约办理|预约|appointment; 委托代办|代办|help by an agent; 遗失补证|丢了|lost document; 进度查询|办好没有|progress`;

const groups = `
|| ; 残疾人|残疾人|disabled people; 老年人|老人|seniors; 退役军人|退伍兵|veterans; 外来务工人员|外地人|migrants; 大学生|大学生|students
未成年人|小孩|minors; 企业职工|职工|employees; 港澳台居民|港澳台|Hong Kong, Macao and Taiwan residents; 农村居民|村里人|villagers`;

type Term = { name: string; said: string[]; english: string };

const termsOf = (text: string): Term[] =>
  text
    .trim()
    .split(/[;\n]/)
    .map(each => each.trim().split('|'))
    .map(([name = '', said = '', english = '']) => ({
      name,
      said: said.split(' ').filter(Boolean),
      english: english.trim(),
    }));

/** Where two districts' lists overlap, so do names: the same matter at two levels. */
const shared = 0.01;

/** `count` matters out of what is applied for, what is done with it and for whom, each with everyday names; the same for the same count. */
export function searchMatters(count: number, names: Readings): SearchSource {
  const random = randomNumbers(20_261_201);
  const all = termsOf(groups).flatMap(group =>
    termsOf(objects).flatMap(object => termsOf(actions).map(action => ({ group, object, action }))),
  );
  const chosen = random.shuffled(all).slice(0, count);
  if (chosen.length < count) throw new Error(`only ${chosen.length} different matters`);
  const entries: SourceEntry[] = [];
  const cache = new Map<string, string[][]>();
  const add = (matterId: string, text: string, kind: SourceEntry['kind']): void => {
    const readings = cache.get(text) ?? readingsOf(text, names);
    cache.set(text, readings);
    entries.push({ matterId, text, readings, kind });
  };
  const matters = chosen.map(({ group, object, action }, at) => {
    const id = `matter-${String(at).padStart(5, '0')}`;
    add(id, `${group.name}${object.name}${action.name}`, 'name');
    const who = group.said[0] ?? '';
    const said = [
      ...object.said.map(each => `${who}${random.of(action.said)}${each}`),
      `${who}${object.said[0]}${action.said[0]}`,
    ];
    for (const alias of new Set(said)) if (random.next() < 0.8) add(id, alias, 'alias');
    const twin = entries[Math.floor(random.next() * entries.length)];
    if (random.next() < shared && twin?.kind === 'alias') add(id, twin.text, 'alias');
    const english = `${object.english}: ${action.english}${group.english === '' ? '' : ` for ${group.english}`}`;
    add(id, english.charAt(0).toUpperCase() + english.slice(1), 'alias');
    return { id };
  });
  return { matters, entries };
}
