package io.berth.inventory.subnets;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** The purpose of a subnet. */
@EnumNaming(EnumNamingStrategies.UpperCamelCaseStrategy.class)
public enum SubnetType {
  INTERNET,
  REMOTE,
  GATEWAY,
  VPN_TUNNEL,
  DMZ,
  LAN,
  WI_FI,
  IO_T,
  GUEST,
  DOCKER_BRIDGE,
  MAC_VLAN,
  IP_VLAN,
  MANAGEMENT,
  STORAGE,
  UNKNOWN,
  NONE
}
