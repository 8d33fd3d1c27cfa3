package io.berth.persistence;

/** What a client asks of a list; a filter adds conditions of its own. */
public interface ListFilter {

  /** The part of the list; refuses parameters that can't be read. */
  PageSpec page();
}
