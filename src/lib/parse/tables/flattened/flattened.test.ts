import { describe, expect, test } from 'vitest';
import { lexicon } from '../../../test-vocabulary.ts';
import { linesOf } from '../../../tree/build.ts';
import { parseLines } from '../../lines.ts';
import { flattenedTables } from './flattened.ts';

/** Width of the page's prose, in half-width columns. */
const prose = 60;

/** Cells of the rows below the head, one table after another; null where the lines are no certain table. */
function rowsOf(...lines: string[]): string[][] | null {
  const tables = flattenedTables(linesOf(parseLines(lines.join('\n'))), prose, lexicon);
  return (
    tables?.flatMap((table) =>
      table.children.slice(1).flatMap((row) => {
        if (row.type !== 'row') return [];
        const cells = Array.from({ length: table.columns }, () => '');
        for (const cell of row.children)
          cells[cell.column] = linesOf(cell)
            .map((line) => line.value)
            .join('');
        return [cells];
      }),
    ) ?? null
  );
}

const head = '序号 工作任务 责任领导 牵头单位 责任单位 备注';

describe('flattenedTables', () => {
  test('gives each line of a row to the one column that can hold it', () => {
    expect(
      rowsOf(
        head,
        '1',
        '修缮水库三座。',
        '林国栋',
        '县水务局',
        '各乡镇',
        '2 植树。 周敏 县林业局 各乡镇',
      ),
    ).toEqual([
      ['1', '修缮水库三座。', '林国栋', '县水务局', '各乡镇', ''],
      ['2', '植树。', '周敏', '县林业局', '各乡镇', ''],
    ]);
  });

  test('takes a name that broke over lines for one body, and names on lines of their own for several', () => {
    expect(
      rowsOf(
        head,
        '1 修缮水库三座。 林国栋',
        '县农业',
        '农村局',
        '县水务局，各',
        '乡镇',
        '2 植树。 周敏',
        '县林业局',
        '县水务局',
        '县财政局，各',
        '乡镇',
      ),
    ).toEqual([
      ['1', '修缮水库三座。', '林国栋', '县农业农村局', '县水务局，各乡镇', ''],
      ['2', '植树。', '周敏', '县林业局县水务局', '县财政局，各乡镇', ''],
    ]);
  });

  test('lets rows with one reading teach how the others are read', () => {
    const taught = ['1 植树。 周敏 县林业局 各乡镇', '2 修路。 周敏 县交通局 各乡镇'];
    const open = ['3 护河。 周敏', '县水务局', '县财政局', '各乡镇'];
    expect(rowsOf(head, ...open.map((line) => line.replace('3', '1')))).toBeNull();
    expect(rowsOf(head, ...taught, ...open)).toBeNull();
    expect(
      rowsOf(
        head,
        ...taught,
        '3 架桥。 周敏 县交通局 各乡镇',
        ...open.map((line) => line.replace('3', '4')),
      )?.at(-1),
    ).toEqual(['4', '护河。', '周敏', '县水务局', '县财政局各乡镇', '']);
  });

  test('leaves a table as it is where nothing tells one text from the next', () => {
    const lines = ['1', '山歌大赛', '分组对唱', '现场评奖', '县文化馆'];
    expect(rowsOf('序号 活动名称 活动内容 承办单位', ...lines)).toBeNull();
  });

  test('leaves a table as it is where a single row of texts proves nothing', () => {
    expect(rowsOf('主要任务 重点内容 工作措施', '1.植树', '造林', '护林')).toBeNull();
  });

  test('lets one serial be left out, but not three', () => {
    const row = (serial: number): string => `${serial} 植树。 周敏 县林业局 各乡镇`;
    expect(rowsOf(head, row(1), row(3))).toHaveLength(2);
    expect(rowsOf(head, row(1), row(5))).toBeNull();
  });

  test('takes a figure alone on its line for a serial only where the rows then can be read', () => {
    expect(
      rowsOf(
        '序号 考核指标 分值 责任单位',
        '1 造林任务',
        '2',
        '县林业局',
        '2 护林任务 3 县林业局',
        '3 防火任务 5 县应急局',
      ),
    ).toEqual([
      ['1', '造林任务', '2', '县林业局'],
      ['2', '护林任务', '3', '县林业局'],
      ['3', '防火任务', '5', '县应急局'],
    ]);
  });

  test('holds a column of figures to figures, by its unit or its name', () => {
    expect(
      rowsOf(
        '序号 项目名称 投资额（万元） 责任单位',
        '1',
        '云岭水库除险',
        '加固工程',
        '8433',
        '县水务局',
        '2',
        '城东小学扩建',
        '1200',
        '县教育局',
      ),
    ).toEqual([
      ['1', '云岭水库除险加固工程', '8433', '县水务局'],
      ['2', '城东小学扩建', '1200', '县教育局'],
    ]);
  });

  test('ends with the totals, where there is one for each column of figures', () => {
    const lines = [
      '序号 地点 户数 面积（亩） 责任单位',
      '1 白沙村 120 35.5 白沙镇',
      '2 柳林村 80 20 柳林镇',
    ];
    expect(rowsOf(...lines, '合 计 200', '55.5')?.at(-1)).toEqual(['合计', '', '200', '55.5', '']);
    expect(rowsOf(...lines, '合 计 200')).toBeNull();
  });

  test('parts figures of one row where their labels repeat', () => {
    expect(
      rowsOf(
        '序号 指标 2020 年 2022 年 牵头部门',
        '1 绿地率 35 40 县林业局',
        '2 供水率 80 90 县水务局',
        '3 参保率 95 97 县医保局',
        '4 达标率',
        '城区80.5',
        '乡村70.5',
        '城区85.5',
        '乡村75.5',
        '县生态环境局',
      )?.at(-1),
    ).toEqual(['4', '达标率', '城区80.5乡村70.5', '城区85.5乡村75.5', '县生态环境局']);
  });

  test('ends rows with their deadlines, one torn over two lines too', () => {
    expect(
      rowsOf(
        '主要任务 责任单位 完成时限',
        '植树三千亩。',
        '县林业局',
        '2022 年底',
        '前',
        '修路二十里。',
        '县交通局',
        '长期坚持',
      ),
    ).toEqual([
      ['植树三千亩。', '县林业局', '2022年底前'],
      ['修路二十里。', '县交通局', '长期坚持'],
    ]);
  });

  test('reads a head that was torn too, where every name says what it holds', () => {
    const rows = ['1', '植树三千亩。', '县林业局', '2', '修路二十里。', '县交通局'];
    expect(rowsOf('序号', '工作任务', '牵头部门', '（单位）', ...rows)).toHaveLength(2);
    expect(rowsOf('序号', '工作', '任务', '责任单位', ...rows)).toHaveLength(2);
    expect(rowsOf('序号', '任务', '名称', '责任单位', ...rows)).toHaveLength(2);
    const torn = ['1', '植树', '三千亩', '县林业局', '2', '修路', '二十里', '县交通局'];
    expect(rowsOf('序号', '任务', '名称', '责任单位', ...torn)).toBeNull();
    expect(rowsOf('序号', '大事', '责任单位', ...rows)).toHaveLength(2);
    expect(rowsOf('序号', '大事', '责任单位', ...rows, '3', '植树', '造林', '县林业局')).toBeNull();
    expect(rowsOf('序号', '预算（年）', '责任单位', ...rows)).toBeNull();
  });

  test('takes a torn head for as low as it can be, and figures for a column each', () => {
    expect(
      rowsOf(
        ...['序号', '指标名称', '2020 年', '实际值', '2025 年', '目标值', '指标', '属性'],
        ...['1', '床位总数（万张）', '5.1', '6.8', '预期性'],
        ...['2', '新建城区配套建设', '设施达标率（%）', '—', '60', '约束性'],
      ),
    ).toEqual([
      ['1', '床位总数（万张）', '5.1', '6.8', '预期性'],
      ['2', '新建城区配套建设设施达标率（%）', '—', '60', '约束性'],
    ]);
  });

  test('takes a name that another row surely holds for one, not for the end of the text before it', () => {
    const columns = '序号 项目名称 建设内容 牵头单位 责任单位 完成时限';
    const open = [
      '2',
      '鹿业园',
      '建设标准厂房及供排水',
      '云岭经济开',
      '发区管委会',
      '县财政局',
      '2023年6',
      '月底',
    ];
    const sure = [
      '1 检测站 购置冻精制作设备12台。 县水务局 云岭经济开发区管委会 2022年11月底',
      ...open,
      '3 良种场 改造圈舍。 县财政局 县水务局 2022年11月底',
      '4 交易市场 建设冷藏库。 县商务局 县财政局 2022年11月底',
    ];
    expect(rowsOf(columns, ...sure)?.[1]).toEqual([
      ...['2', '鹿业园', '建设标准厂房及供排水', '云岭经济开发区管委会', '县财政局', '2023年6月底'],
    ]);
  });

  test('knows units of measurement, and texts beside texts where most rows leave no choice', () => {
    const rows = [
      ...['1', '水泥晒坪', '厚10厘米以上', '平方米', '55'],
      ...['2', '压水井', '深15米以内', '口', '900', '3', '沼气池', '容8立方米', '口', '2600'],
      ...['4', '混凝土水渠', '断面0.3平方米以', '下', '米', '85'],
    ];
    expect(rowsOf('序号', '名称', '规格', '单位', '标准（元）', ...rows)?.[3]).toEqual([
      ...['4', '混凝土水渠', '断面0.3平方米以下', '米', '85'],
    ]);
  });

  test('breaks cells in a column in which sure rows break some', () => {
    const projects = '序号 项目名称 建设内容 总投资（万元） 责任单位';
    const sure = [
      '1 智能工厂 新建生产线两条 86000 县水务局',
      '3 风光带',
      '堤防加固及景',
      '观绿化',
      '31500',
      '县水务局',
    ];
    const open = ['2', '标准厂房', '新建厂房及自', '动化生产线', '42000', '县财政局'];
    const more = ['4 医院迁建 设置床位六百张 58000 县卫生局'];
    expect(rowsOf(projects, ...sure.slice(0, 1), ...open, ...sure.slice(1), ...more)?.[1]).toEqual([
      ...['2', '标准厂房', '新建厂房及自动化生产线', '42000', '县财政局'],
    ]);
  });

  test('knows the names of groups that stand before the numbers of their rows', () => {
    const rows = ['个人全生命', '周期', '1', '新生儿出生', '县卫生局', '2', '入学', '县教育局'];
    const more = ['企业发展', '3', '企业注册', '县市场监管局'];
    expect(rowsOf('类别', '序号', '事项名称', '牵头单位', ...rows, ...more)).toEqual([
      ['个人全生命周期', '1', '新生儿出生', '县卫生局'],
      ['', '2', '入学', '县教育局'],
      ['企业发展', '3', '企业注册', '县市场监管局'],
    ]);
    expect(rowsOf('类别', '序号', '牵头单位', '事项名称', ...rows, ...more)).toBeNull();
  });

  test('makes a table of each page that repeats the head', () => {
    const lines = [head, '1 植树。 周敏 县林业局 各乡镇', head, '2 修路。 周敏 县交通局 各乡镇'];
    const tables = flattenedTables(linesOf(parseLines(lines.join('\n'))), prose, lexicon);
    expect(tables?.map((table) => table.children.length)).toEqual([2, 2]);
  });

  test('reads rows of one line a column though it does not know all that stands in them', () => {
    const people = [
      ...['1', '张建红', '县水务局', '科长'],
      ...['2', '李德华', '河口镇尾笔村', '村支书'],
      ...['3', '黄勇', '云水蓝天突击队', '队长'],
    ];
    const names = ['序号', '姓名', '工作单位', '职务'];
    expect(rowsOf(...names, ...people)).toEqual([
      ['1', '张建红', '县水务局', '科长'],
      ['2', '李德华', '河口镇尾笔村', '村支书'],
      ['3', '黄勇', '云水蓝天突击队', '队长'],
    ]);
    const uneven = [...people, '4', '周敏', '高山乡上', '岭村', '村民'];
    expect(rowsOf(...names, ...uneven)).toBeNull();
  });

  test('takes what comes again in row after row for a value, not for the end of a text', () => {
    const cut = '对在街道两侧和公共场地未';
    const rows = [
      ...['1', cut, '经批准堆放物料的处罚', '行政处罚', '《市容条例》第三十六条。', '县城管局'],
      ...[
        '2',
        '对农村居民未经批准占用土',
        '地建住宅的处罚',
        '行政处罚',
        '《土地法》第七十八条。',
        '县农业农村局',
      ],
      ...[
        '3',
        '对露天焚烧秸秆和落叶行为',
        '的处罚',
        '行政处罚',
        '《大气法》第一百一十九条。',
        '县生态环境局',
      ],
      ...[
        '4',
        '对损坏或移动公路附属设施',
        '行为的检查',
        '行政检查',
        '《公路条例》第四十二条。',
        '县交通局',
      ],
    ];
    expect(
      rowsOf('序号', '职权名称', '职权类别', '法律依据', '实施机关', ...rows)?.map((row) => row[2]),
    ).toEqual(['行政处罚', '行政处罚', '行政处罚', '行政检查']);
  });

  test('parts a row that goes over a page into what stands on each', () => {
    const names = ['序号', '工作任务', '责任单位', '完成时限'];
    expect(
      rowsOf(
        ...names,
        ...['1', '修缮水库三座。', '县水务局', '6月底'],
        ...['2', '植树三千亩。', '县林业局、县财'],
        ...names,
        ...['政局', '9月底'],
        ...['3', '修路二十里。', '县交通局', '年底前'],
      ),
    ).toEqual([
      ['1', '修缮水库三座。', '县水务局', '6月底'],
      ['2', '植树三千亩。', '县林业局、县财', ''],
      ['', '', '政局', '9月底'],
      ['3', '修路二十里。', '县交通局', '年底前'],
    ]);
  });

  test('keeps numbered texts for the first column of a form only where they are narrower than the page', () => {
    const form = '措施内容 细化措施 落实情况';
    expect(rowsOf(form, '1.发放消费券。', '2.减免房租。')).toEqual([
      ['1.发放消费券。', '', ''],
      ['2.减免房租。', '', ''],
    ]);
    const note = '此表由各单位于每月五日前填写完整并报送县人民政府办公室。';
    expect(rowsOf(form, `1.${note}`, `2.${note}`)).toBeNull();
  });
});
