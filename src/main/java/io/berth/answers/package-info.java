/**
 * How Berth answers, and how it reads: the envelope, pages, strict JSON and parameters, and the few
 * mappers that turn failures into answers. Only here is it known which status a reason has.
 */
package io.berth.answers;
