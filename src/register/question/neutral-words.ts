/**
 * Folded words of a question about visits that narrow nothing down: what is left when names, dates, the
 * question words and these are taken away is looked for in the records.
 */
export const NEUTRAL_WORDS: ReadonlySet<string> = new Set(
  (
    "la cua va voi cac nhung da se co duoc thi ma khi nhe nhi vay nhu cung roi vao o boi rang tu den toi trong ngoai tai ve " +
    "theo tren giua cung cho biet xin hay hoi toi ban minh giup tat ca toan bo bao nhieu may lan luot nao gi ai dau khong " +
    "chua ke liet ten ra danh sach thong cuoc buoi chuyen doan phai dai bieu cong tac doanh lanh dao can bo quan chuc khach " +
    "tham tiep don gap go hoi dam kien lam viec trao doi sang qua ghe den toi tham chinh thuc huu nghi xa giao tham dien " +
    "ra dien to chuc nam thang ngay dip thoi gian day nay do ay gan nhat moi cuoi dau tien som sap tiep theo ke hoach du " +
    "kien tinh thanh pho huyen thi xa chau nuoc phia ben dia phuong tu lieu hien ghi nhan tong so luong nguoi mot hai ba " +
    "nhieu nhat phai chi rieng tung dang vua sau truoc kho bai viet du het den nhau su hoat dong doi noi nuoc vung ca " +
    "biet xem nhung chu tri dan lam truong thi dai su chuyen di luc bao gio cung may sach khoang"
  ).split(" "),
);
