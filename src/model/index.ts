/**
 * Types that several rooms speak of: article, visit, question, answer, index. No logic.
 */

export type {
  AddedRange,
  Answer,
  AnswerSpan,
  Citation,
  RegisterBasis,
  SpanType,
  TalkKind,
  WishKind,
} from "./answer.ts";
export type {
  Article,
  Block,
  BlockKind,
  Chunk,
  ChunkKind,
  ChunkOptions,
  IngestResult,
  LeftOut,
  LeftOutReason,
  ReadFromImage,
  Skip,
  SkipCode,
} from "./article.ts";
export { type Embedder, EmbeddingModelError, type Meanings } from "./embedder.ts";
export type {
  ChunkHead,
  ChunkRow,
  EngineStatus,
  Hit,
  IndexProblem,
  IndexReader,
  IndexStatus,
  LexicalWeights,
  Range,
  SearchHit,
  SourceRow,
} from "./index-reader.ts";
export type {
  BuildPhase,
  BuildProgress,
  IndexCounters,
  IndexFailure,
  IndexOutcome,
  Reindexer,
  ReindexOptions,
  ReindexOutcome,
  RollBackFailure,
  RollBackOutcome,
  SelfTestFailure,
} from "./indexing.ts";
export type { Entity, Holder, Language, PartialDate, TextRange } from "./language.ts";
export {
  CHUNK_DEFAULTS,
  chunkFingerprint,
  INGEST_VERSION,
  REGISTER_READER_VERSION,
} from "./versions.ts";
export type {
  CitedPoint,
  Facet,
  Passage,
  PointAct,
  Register,
  RegisterIntent,
  RegisterQuestion,
  ReportRef,
  Visit,
  VisitFacets,
  VisitField,
  VisitFilter,
  VisitKind,
  VisitNumber,
  VisitPage,
  VisitPerson,
  VisitPoint,
  VisitReport,
  VisitSide,
  VisitSource,
} from "./visit.ts";
export type {
  CheckedAnswer,
  CheckedSentence,
  DropReason,
  WriterPassage,
  WrittenContext,
} from "./writer.ts";
