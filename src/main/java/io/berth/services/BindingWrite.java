package io.berth.services;

import java.util.List;
import java.util.UUID;

/** The input of the binding rules; each request record that writes bindings implements it. */
public interface BindingWrite {

  /** Whether a service is written with all its bindings; otherwise, one binding is written. */
  boolean isWhole();

  /** The service of the bindings; null for a new service. */
  UUID serviceId();

  /** The host of the service after the write; null if the write does not change it. */
  UUID hostId();

  /** The network in the request. */
  UUID networkId();

  /** The stored binding that is replaced; null for none. */
  UUID replacedId();

  /** The bindings as sent, before rules 1 and 2. */
  List<NewBinding> bindings();
}
