import type { Language } from "../../src/model/index.ts";

/** Clauses that a model might add and no report told. */
export const INVENTED: Readonly<Record<Language, readonly string[]>> = {
  vi: [
    ", đồng thời cam kết hoàn tất mọi thủ tục trước cuối quý tới",
    ", qua đó mở ra một chương mới trong lịch sử quan hệ song phương",
    " và chỉ đạo các ngành lập tổ rà soát riêng về nạn buôn lậu gỗ",
    ", trong khi báo chí quốc tế đánh giá rất tích cực về sự kiện",
    ", bất chấp những bất đồng kéo dài về nguồn nước thượng lưu",
    " và dự tiệc chiêu đãi do giới kinh doanh khoáng sản tổ chức",
    ", sau khi thăm một nhà máy sản xuất pin mặt trời",
    ", với sự chứng kiến của hơn 700 hộ nông dân trồng sầu riêng",
    ", đồng thời công bố gói tín dụng 12 tỷ đồng cho ngư dân",
    " và nhận lời sang thăm Nhật Bản vào mùa thu",
    ", theo đề nghị của Ngân hàng Thế giới",
    ", điều mà dư luận địa phương chờ đợi suốt nhiều thập kỷ",
    " và đặt mục tiêu tuyến tàu cao tốc chạy thử ngay năm sau",
  ],
  en: [
    ", and promised to build a hospital for the fishermen within months",
    " and announced a credit package of 12 billion dong for farmers",
    ", despite long quarrels over water from the upper river",
    ", after touring a factory that makes solar batteries",
    " and accepted an invitation to visit Japan in autumn",
    ", while foreign newspapers praised the event warmly",
    ", and ordered a separate inquiry into timber smuggling",
    ", as more than 700 durian growers looked on",
  ],
  zh: [
    "，并承诺数月内为渔民建一所医院",
    "，还宣布向农民提供120亿盾信贷",
    "，尽管上游水源长期存在争执",
    "，此前参观了一家太阳能电池工厂",
    "，并接受邀请于秋季访问日本",
    "，七百多名榴莲种植户到场见证",
  ],
};
