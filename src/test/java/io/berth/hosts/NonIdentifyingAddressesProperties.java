package io.berth.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.inventory.subnets.IpAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Which addresses any number of hosts have, as the JDK sees them. */
class NonIdentifyingAddressesProperties {
  @Property
  void are_those_of_the_jdk_and_the_container_bridge(@ForAll @Size(4) byte[] bytes)
      throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress(bytes);
    boolean bridgeOrBroadcast =
        address.getHostAddress().matches("172\\.17\\.0\\.1|255\\.255\\.255\\.255");
    assertThat(NonIdentifyingAddresses.hasIp(address.getHostAddress()))
        .isEqualTo(isOfNobody(address) || bridgeOrBroadcast);
  }

  @Property
  void are_those_of_the_jdk_in_version_6(@ForAll @Size(16) byte[] bytes)
      throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress(bytes);
    String canonical = IpAddresses.findAddress(address.getHostAddress()).orElseThrow();
    assertThat(NonIdentifyingAddresses.hasIp(canonical)).isEqualTo(isOfNobody(address));
  }

  private static boolean isOfNobody(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress();
  }
}
