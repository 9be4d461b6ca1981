import onnxProto, { type onnx } from "onnx-proto";

/** Element types of ONNX tensors (onnx.proto3, `TensorProto.DataType`). */
export const ELEMENT = { float: 1, int8: 3, int32: 6, int64: 7 } as const;
type ElementType = (typeof ELEMENT)[keyof typeof ELEMENT];

/** A dimension: a fixed size, or the name of one that is known at run time only. */
type Dimension = number | string;

export function constant(
  name: string,
  type: ElementType,
  dims: readonly number[],
  data: ArrayBufferView,
): onnx.ITensorProto {
  const rawData = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { name, dataType: type, dims: [...dims], rawData };
}

export function value(
  name: string,
  type: ElementType,
  dims: readonly Dimension[],
): onnx.IValueInfoProto {
  const dim = dims.map((d) => (typeof d === "number" ? { dimValue: d } : { dimParam: d }));
  return { name, type: { tensorType: { elemType: type, shape: { dim } } } };
}

/** A graph node; whole-number attributes and lists of them are all that our graphs need. */
export function node(
  opType: string,
  input: readonly string[],
  output: string,
  attributes: Readonly<Record<string, number | readonly number[]>> = {},
): onnx.INodeProto {
  const attribute = Object.entries(attributes).map(([name, v]) =>
    typeof v === "number" ? { name, type: 2, i: v } : { name, type: 7, ints: [...v] },
  );
  return { opType, input: [...input], output: [output], name: output, attribute };
}

/** Encodes a model for opset 13, IR version 7: understood by onnxruntime from 1.7 on. */
export function encodeModel(graph: onnx.IGraphProto): Uint8Array {
  return onnxProto.onnx.ModelProto.encode({
    irVersion: 7,
    opsetImport: [{ domain: "", version: 13 }],
    producerName: "visits-bot train-embedding",
    graph,
  }).finish();
}
