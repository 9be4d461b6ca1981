import type { FetchCode } from "../../fetch/outcome.ts";
import type { SkipCode } from "../../ingest/article.ts";
import type { SourceTexts } from "./texts.ts";

const FETCH: Readonly<Record<FetchCode, string>> = {
  "bad-url": "Đây không phải là một địa chỉ web. Xin chép lại trọn vẹn địa chỉ từ trình duyệt.",
  "bad-scheme": "Tôi chỉ tải được địa chỉ bắt đầu bằng http:// hoặc https://.",
  credentials: "Địa chỉ có kèm tên đăng nhập hoặc mật khẩu. Xin bỏ phần đó rồi gửi lại.",
  "bad-port": "Địa chỉ dùng một cổng mà tôi không được phép truy cập.",
  "private-address":
    "Địa chỉ này thuộc mạng nội bộ nên tôi không được phép tải. Xin gửi tệp hoặc dán nội dung bài viết.",
  "unknown-host": "Không tìm thấy trang web này. Xin kiểm tra lại địa chỉ.",
  unreachable: "Không kết nối được với trang web. Xin thử lại sau ít phút.",
  "tls-error":
    "Chứng chỉ bảo mật của trang web không hợp lệ nên tôi không tải. Xin gửi tệp hoặc dán nội dung bài viết.",
  timeout: "Trang web trả lời quá chậm. Xin thử lại sau ít phút.",
  cancelled: "Đã dừng tải trang.",
  "too-many-redirects":
    "Trang web chuyển hướng quá nhiều lần. Xin gửi địa chỉ cuối cùng mà trình duyệt hiển thị.",
  "insecure-redirect":
    "Trang web chuyển từ kết nối bảo mật (https) sang không bảo mật (http). Nếu tin tưởng trang này, xin gửi thẳng địa chỉ http.",
  "too-large": "Trang hoặc tệp lớn quá 20 MB. Xin gửi riêng nội dung bài viết.",
  "bad-response": "Trang web trả về dữ liệu hỏng. Xin thử lại, hoặc dán nội dung bài viết.",
  "wrong-type":
    "Địa chỉ này dẫn tới hình ảnh, âm thanh hoặc video. Xin gửi địa chỉ của trang có bài viết.",
  empty: "Trang web trả về nội dung trống.",
  "not-found": "Trang này không còn trên mạng. Xin kiểm tra lại địa chỉ.",
  forbidden: "Trang web không cho phép tải trang này. Xin gửi tệp hoặc dán nội dung bài viết.",
  "too-many-requests": "Trang web đang giới hạn số lượt truy cập. Xin thử lại sau ít phút.",
  "server-error": "Trang web đang gặp lỗi. Xin thử lại sau ít phút.",
  "http-error": "Trang web không trả về bài viết. Xin kiểm tra lại địa chỉ.",
  "not-modified": "Trang này không có gì thay đổi so với lần tải trước.",
};

const DOCUMENT: Readonly<Record<SkipCode, string>> = {
  "too-large":
    "Tài liệu lớn quá. Tối đa: 5 MB với trang web và văn bản thuần, 20 MB với .docx và .pdf, 60 trang với .pdf. Xin gửi riêng bài viết.",
  empty: "Tệp trống.",
  binary:
    "Tệp này không phải là văn bản. Tôi đọc được .txt, .md, .html, .docx, .odt, .rtf, .xlsx, .csv và .pdf có chữ.",
  "bad-encoding":
    "Không đọc chắc chắn được chữ trong tệp (có thể dùng phông TCVN3, VNI hoặc sai bảng mã). Xin chuyển sang Unicode rồi gửi lại.",
  "bad-front-matter":
    "Phần thông tin ở đầu tệp Markdown bị lỗi. Xin đặt giá trị có dấu hai chấm trong dấu ngoặc kép.",
  "bad-html": "Không đọc được trang này. Xin dán nội dung bài viết.",
  "no-text": "Không tìm thấy nội dung bài viết. Xin dán nội dung bài viết.",
  "unknown-type":
    "Tôi không đọc được loại tệp này. Xin gửi .txt, .md, .html, .docx, .odt, .rtf, .xlsx, .csv hoặc .pdf có chữ.",
  "old-office":
    "Đây là tệp Office phiên bản cũ (.doc, .xls). Xin mở ra, lưu thành .docx (bảng tính thành .xlsx) rồi gửi lại.",
  mail: "Đây là thư điện tử. Xin lưu nội dung thư thành .txt, hoặc gửi các tệp đính kèm trong thư.",
  archive: "Đây là tệp nén. Xin giải nén rồi gửi từng tệp bên trong.",
  unreadable: "Không mở được tệp. Xin gửi lại.",
  "duplicate-id": "Đã có một bài cùng tên tệp. Xin đổi tên rồi gửi lại.",
  encrypted: "Tệp được bảo vệ bằng mật khẩu. Xin lưu bản không có mật khẩu rồi gửi lại.",
  scanned: "Tệp PDF chỉ có ảnh chụp trang, không có chữ. Xin gửi bản có chữ hoặc dán nội dung.",
  "bad-document": "Tệp bị hỏng. Xin mở bằng Word hoặc trình đọc PDF, lưu lại rồi gửi.",
  "too-costly": "Đọc tài liệu này mất quá nhiều thời gian. Xin dán nội dung bài viết.",
};

/** Vietnamese. */
export const vi: SourceTexts = {
  fetchFailed: ({ code, status }) =>
    code === "http-error" && status !== undefined
      ? `${FETCH[code]} (Mã lỗi: ${status}.)`
      : FETCH[code],
  documentFailed: (code) => DOCUMENT[code],
};
