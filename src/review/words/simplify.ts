/**
 * Traditional Chinese characters → simplified ones, so that one lexicon reads both. Only the
 * characters that cues and headings are made of, as pairs. Japanese text and cues are folded alike, which changes nothing.
 */
const PAIRS =
  '丟丢兩两嚴严個个臨临為为爲为麼么義义習习書书買买亂乱於于虧亏產产親亲億亿僅仅從从倉仓們们價价眾众優优會会傳传體体餘余傾倾償偿儲储兒儿關关內内冊册寫写' +
  '農农沖冲衝冲決决況况準准減减幾几擊击劃划創创別别辦办務务動动勢势匱匮區区醫医協协單单賣卖佔占廠厂廳厅歷历曆历壓压參参雙双發发髮发變变葉叶號号後后聽听啟启啓启員员' +
  '響响團团圍围圖图壞坏塊块堅坚場场執执聲声壯壮處处備备復复複复夠够頭头獎奖媽妈學学實实審审對对導导將将爾尔嘗尝盡尽層层屬属幣币師师帶带幫帮乾干幹干並并併并廣广應应' +
  '庫库廢废開开異异棄弃張张彌弥彎弯強强歸归當当錄录徵征徑径態态總总惡恶驚惊慘惨願愿戰战戶户擴扩掃扫擾扰拋抛護护報报擔担擬拟擁拥擇择損损換换據据斂敛數数斷断無无舊旧' +
  '時时顯显暫暂術术樸朴機机殺杀雜杂權权條条來来極极構构標标棧栈樹树樣样檔档檢检畢毕氣气沒没洩泄潔洁測测濟济瀏浏潤润漁渔遊游潰溃滾滚滿满濾滤濫滥滯滞靈灵災灾煉炼煩烦' +
  '熱热爺爷狀状獨独獻献環环現现瑣琐電电療疗監监蓋盖盤盘著着矯矫碼码礎础確确礙碍種种積积稱称穩稳篩筛簽签籤签簡简類类約约級级線线練练組组細细織织終终紹绍經经結结繞绕給给' +
  '絡络絕绝統统繼继續续維维編编緩缓縮缩網网職职聯联腫肿脅胁勝胜臟脏髒脏腳脚捨舍節节範范薦荐藥药獲获穫获營营慮虑虛虚補补裝装見见觀观規规視视覽览覺觉觸触計计訂订認认讓让' +
  '訓训議议訝讶許许論论設设訪访證证評评識识詐诈訴诉診诊詞词譯译試试話话詢询該该語语誤误說说請请讀读課课誰谁調调謝谢謠谣譜谱貝贝負负貢贡財财責责敗败賬账帳账貨货質质貧贫' +
  '貴贵費费資资賦赋賴赖賽赛踐践蹤踪轉转輪轮軟软載载較较輔辅輟辍輯辑輸输達达遷迁過过運运還还這这進进違违連连遲迟適适選选遞递邏逻遺遗郵邮釋释裡里裏里鑒鉴針针釣钓鑰钥錢钱' +
  '銀银鋪铺鏈链銷销錯错鍵键鍛锻長长門门閃闪閉闭問问間间聞闻閱阅隊队陣阵階阶際际陳陈險险隨随難难頁页項项顧顾預预頸颈頻频題题風风飢饥饑饥餓饿餾馏驗验騙骗驟骤魚鱼魯鲁鳴鸣' +
  '齊齐專专業业東东雲云製制隻只係系繫系採采臺台藉借誌志註注佈布萬万與与瞭了';

const SIMPLIFIED = new Map<string, string>();
const characters = [...PAIRS];
for (let at = 0; at < characters.length; at += 2)
  SIMPLIFIED.set(characters[at] ?? '', characters[at + 1] ?? '');

const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'g');

/** The text with simplified characters, the same number of them. Linear. */
export function simplify(text: string): string {
  return text.replace(TRADITIONAL, character => SIMPLIFIED.get(character) ?? character);
}
