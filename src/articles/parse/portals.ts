import { fold } from "../../language/text/index.ts";

/** Known portals and newspapers: host without `www.` to the name under which they are cited. */
const NAMES: Readonly<Record<string, string>> = {
  "baolangson.vn": "Báo Lạng Sơn",
  "langson.gov.vn": "Cổng thông tin điện tử tỉnh Lạng Sơn",
  "langsontv.vn": "Đài Phát thanh và Truyền hình Lạng Sơn",
  "baolaocai.vn": "Báo Lào Cai",
  "laocai.gov.vn": "Cổng thông tin điện tử tỉnh Lào Cai",
  "laocaitv.vn": "Đài Phát thanh và Truyền hình Lào Cai",
  "baoquangninh.vn": "Báo Quảng Ninh",
  "quangninh.gov.vn": "Cổng thông tin điện tử tỉnh Quảng Ninh",
  "baocaobang.vn": "Báo Cao Bằng",
  "caobang.gov.vn": "Cổng thông tin điện tử tỉnh Cao Bằng",
  "baohagiang.vn": "Báo Hà Giang",
  "hagiang.gov.vn": "Cổng thông tin điện tử tỉnh Hà Giang",
  "baolaichau.vn": "Báo Lai Châu",
  "laichau.gov.vn": "Cổng thông tin điện tử tỉnh Lai Châu",
  "baodienbienphu.vn": "Báo Điện Biên Phủ",
  "baotuyenquang.com.vn": "Báo Tuyên Quang",
  "nhandan.vn": "Báo Nhân Dân",
  "vov.vn": "VOV",
  "vtv.vn": "VTV",
  "vietnamplus.vn": "VietnamPlus",
  "baotintuc.vn": "Báo Tin tức",
  "vnanet.vn": "TTXVN",
  "tuoitre.vn": "Tuổi Trẻ",
  "thanhnien.vn": "Thanh Niên",
  "vnexpress.net": "VnExpress",
  "vietnamnet.vn": "VietNamNet",
  "dantri.com.vn": "Dân trí",
  "laodong.vn": "Lao Động",
  "tienphong.vn": "Tiền Phong",
  "zingnews.vn": "Znews",
  "znews.vn": "Znews",
  "qdnd.vn": "Báo Quân đội nhân dân",
  "cand.com.vn": "Báo Công an nhân dân",
  "congan.com.vn": "Công an TP.HCM",
  "sggp.org.vn": "Sài Gòn Giải Phóng",
  "hanoimoi.vn": "Hànộimới",
  "baoquocte.vn": "Báo Thế giới và Việt Nam",
  "dangcongsan.vn": "Báo điện tử Đảng Cộng sản Việt Nam",
  "chinhphu.vn": "Cổng Thông tin điện tử Chính phủ",
  "baochinhphu.vn": "Báo Điện tử Chính phủ",
  "quochoi.vn": "Cổng thông tin điện tử Quốc hội",
  "daibieunhandan.vn": "Báo Đại biểu Nhân dân",
  "mofa.gov.vn": "Cổng thông tin điện tử Bộ Ngoại giao",
  "congthuong.vn": "Báo Công Thương",
  "bienphong.com.vn": "Báo Biên phòng",
};

/** Marks at the head of a first paragraph (`LSO-Ngày …`, `TTO - …`) that name the newspaper. */
const DATELINES: Readonly<Record<string, string>> = {
  lso: "Báo Lạng Sơn",
  lcđt: "Báo Lào Cai",
  tto: "Tuổi Trẻ",
  ttxvn: "TTXVN",
  vov: "VOV",
  vnp: "VietnamPlus",
  nldo: "Người Lao Động",
  qđnd: "Báo Quân đội nhân dân",
  "vov.vn": "VOV",
  "chinhphu.vn": "Cổng Thông tin điện tử Chính phủ",
};

function hostOf(urlOrHost: string): string | null {
  const match =
    /^(?:https?:\/\/)?(?:www\.|m\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::\d+)?(?:[/?#].*)?$/iu.exec(
      urlOrHost.trim(),
    );
  return match?.[1]?.toLowerCase() ?? null;
}

function knownName(host: string): string | null {
  for (let name = host; name.includes("."); name = name.slice(name.indexOf(".") + 1)) {
    const known = NAMES[name];
    if (known !== undefined) return known;
  }
  return null;
}

/** Name of the portal at an address or host (subdomains count), the bare host if unknown, null if it is none. */
export function portalName(urlOrHost: string): string | null {
  const host = hostOf(urlOrHost);
  return host === null ? null : (knownName(host) ?? host);
}

/** True where the portal at an address or host stands in the table of names. */
export function isKnownPortal(urlOrHost: string): boolean {
  const host = hostOf(urlOrHost);
  return host !== null && knownName(host) !== null;
}

/** Name of the newspaper behind a dateline mark, or null. */
export function datelineName(mark: string): string | null {
  const key = mark.toLowerCase();
  return DATELINES[key] ?? NAMES[key] ?? null;
}

/** The name in the table that a source as people write it stands for (`BÁO LẠNG SƠN ĐIỆN TỬ`), or null. */
export function knownSource(written: string): string | null {
  const plain = (name: string) => fold(name).replace(/ (?:dien tu|online)$/u, "");
  return Object.values(NAMES).find((name) => plain(name) === plain(written)) ?? null;
}

/** Brings a source as people write it (`baolangson.vn`, `BÁO LẠNG SƠN ĐIỆN TỬ`, `Báo Nhân dân`) to its name. */
export function sourceName(written: string): string {
  return knownSource(written) ?? portalName(written) ?? written;
}
