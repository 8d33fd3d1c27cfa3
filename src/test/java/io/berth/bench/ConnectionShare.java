package io.berth.bench;

import java.util.List;
import java.util.stream.IntStream;

/** The share of one connection in the data: no other connection uses it. */
record ConnectionShare(int index, int connections) {

  <T> List<T> select(List<T> all) {
    return IntStream.range(0, all.size())
        .filter(i -> i % connections == index)
        .mapToObj(all::get)
        .toList();
  }
}
