package io.berth.bench;

import java.util.List;
import java.util.stream.IntStream;

/** The part of one connection among so many: no other connection touches what is in it. */
record ConnectionShare(int number, int of) {

  <T> List<T> of(List<T> all) {
    return IntStream.range(0, all.size()).filter(i -> i % of == number).mapToObj(all::get).toList();
  }
}
