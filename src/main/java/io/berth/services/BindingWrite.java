package io.berth.services;

import java.util.List;
import java.util.UUID;

/** A write of bindings as the binding rules see it; each record that writes bindings is one. */
public interface BindingWrite {

  /** Whether a service is written with all its bindings, or one binding of it. */
  boolean isWhole();

  /** The service that gets the bindings; null: a new one. */
  UUID serviceId();

  /** The host on which the service shall stand; null: the one on which it stands. */
  UUID hostId();

  /** The network that the request names. */
  UUID networkId();

  /** The stored binding that is replaced; null: none. */
  UUID replacedId();

  /** The bindings that are written, as sent. */
  List<NewBinding> bindings();
}
