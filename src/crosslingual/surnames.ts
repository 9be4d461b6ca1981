/** Chinese and Vietnamese surnames (simplified), the more common first; own list. */
export const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔文牛樊葛邢安齐梅庄施颜温岑农农蓝闭凌甘阮裴蒙班磨零滕鹿洪鲁翟兰章伍鲍傅卓涂柳阳冉骆柯管池尚耿焦左解柴路车边吉祝符费饶危关苗盛臧古霍聂项童季舒屈詹岳穆倪欧阎桂麦景党宫卜麻瞿焉窦宁连游华米辛成代佟应谷佘牟纪单娄闻查凤明仇沙修巫郎谌裘甄栾丘晏甯巩皮粟隋卞荆苑宗时敖苟晁楚褚冼步储宣芦虞乐房习闵艾丛鞠楼桑漆相由由占隆信仲初来战师申平国门衡黑普匡竺蔺储";

/** Compound surnames in pinyin. */
export const COMPOUND_SURNAMES: Readonly<Record<string, string>> = {
  ouyang: "Âu Dương",
  sima: "Tư Mã",
  zhuge: "Gia Cát",
  shangguan: "Thượng Quan",
  situ: "Tư Đồ",
  dongfang: "Đông Phương",
  huangfu: "Hoàng Phủ",
  murong: "Mộ Dung",
};

/** The same in Han characters. */
export const COMPOUND_SURNAMES_HAN = new Set([
  "欧阳",
  "司马",
  "诸葛",
  "上官",
  "司徒",
  "东方",
  "皇甫",
  "慕容",
]);
