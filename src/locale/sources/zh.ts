import type { FetchCode } from "../../fetch/outcome.ts";
import type { SkipCode } from "../../ingest/article.ts";
import type { SourceTexts } from "./texts.ts";

const FETCH: Readonly<Record<FetchCode, string>> = {
  "bad-url": "这不是网址。请从浏览器中完整复制地址。",
  "bad-scheme": "只能下载以 http:// 或 https:// 开头的地址。",
  credentials: "地址中含有用户名或密码。请去掉后重新发送。",
  "bad-port": "该地址使用了不允许访问的端口。",
  "private-address": "该地址属于内部网络，不允许下载。请发送文件或粘贴文章内容。",
  "unknown-host": "找不到该网站。请检查地址。",
  unreachable: "无法连接该网站。请过几分钟再试。",
  "tls-error": "该网站的安全证书无效，因此没有下载。请发送文件或粘贴文章内容。",
  timeout: "该网站响应太慢。请过几分钟再试。",
  cancelled: "已停止下载。",
  "too-many-redirects": "该网站跳转次数过多。请发送浏览器最后显示的地址。",
  "insecure-redirect":
    "该网站从安全连接（https）跳转到不安全连接（http）。如信任该网站，请直接发送 http 地址。",
  "too-large": "页面或文件超过 20 MB。请只发送文章内容。",
  "bad-response": "该网站返回的数据已损坏。请重试或粘贴文章内容。",
  "wrong-type": "该地址指向图片、音频或视频。请发送文章页面的地址。",
  empty: "该网站返回了空白页面。",
  "not-found": "该页面已不存在。请检查地址。",
  forbidden: "该网站不允许下载此页面。请发送文件或粘贴文章内容。",
  "too-many-requests": "该网站目前限制访问次数。请过几分钟再试。",
  "server-error": "该网站出现错误。请过几分钟再试。",
  "http-error": "该网站没有返回文章。请检查地址。",
  "not-modified": "该页面自上次下载以来没有变化。",
};

const DOCUMENT: Readonly<Record<SkipCode, string>> = {
  "too-large":
    "文件过大。上限：网页和纯文本 5 MB，.docx 和 .pdf 20 MB，.pdf 60 页。请只发送文章内容。",
  empty: "文件为空。",
  binary:
    "该文件不是文本。可读取 .txt、.md、.html、.docx、.odt、.rtf、.xlsx、.csv 和含文字的 .pdf。",
  "bad-encoding": "无法准确读取文件中的文字（旧字体或编码错误）。请转换为 Unicode 后重新发送。",
  "bad-front-matter": "Markdown 文件开头的信息有误。含冒号的值请加引号。",
  "bad-html": "无法读取该页面。请粘贴文章内容。",
  "no-text": "没有找到文章内容。请粘贴文章内容。",
  "unknown-type":
    "无法读取该类型的文件。请发送 .txt、.md、.html、.docx、.odt、.rtf、.xlsx、.csv 或含文字的 .pdf。",
  "old-office": "这是旧版 Office 文件（.doc、.xls）。请另存为 .docx（表格存为 .xlsx）后重新发送。",
  mail: "这是电子邮件。请将正文另存为 .txt，或发送邮件中的附件。",
  archive: "这是压缩文件。请解压后发送其中的文件。",
  unreadable: "无法打开文件。请重新发送。",
  "duplicate-id": "已有同名文件的文章。请改名后重新发送。",
  encrypted: "文件有密码保护。请保存为无密码的版本后重新发送。",
  scanned: "该 PDF 只有页面图片，没有文字。请发送含文字的版本或粘贴内容。",
  "bad-document": "文件已损坏。请用 Word 或 PDF 阅读器打开并另存后重新发送。",
  "too-costly": "读取该文件耗时过长。请粘贴文章内容。",
};

/** Chinese. */
export const zh: SourceTexts = {
  fetchFailed: ({ code, status }) =>
    code === "http-error" && status !== undefined
      ? `${FETCH[code]}（状态码：${status}）`
      : FETCH[code],
  documentFailed: (code) => DOCUMENT[code],
};
