/** Where a node of the cluster listens, and which replica of which shard it is. */
export interface Node {
  readonly folder: string;
  readonly shard: number;
  readonly replica: number;
  readonly ports: { readonly http: number; readonly tcp: number; readonly interserver: number };
}

/** The name of the cluster in every node's configuration. */
export const CLUSTER = 'town';

/** One node's whole configuration. The root element is the one that old and new versions know. */
export const configOf = (node: Node, nodes: readonly Node[], zookeeperPort: number): string => `<yandex>
  <logger><level>warning</level><console>1</console></logger>
  <listen_host>127.0.0.1</listen_host>
  <interserver_http_host>127.0.0.1</interserver_http_host>
  <http_port>${node.ports.http}</http_port>
  <tcp_port>${node.ports.tcp}</tcp_port>
  <interserver_http_port>${node.ports.interserver}</interserver_http_port>
  <path>${node.folder}/data/</path>
  <tmp_path>${node.folder}/tmp/</tmp_path>
  <user_files_path>${node.folder}/files/</user_files_path>
  <format_schema_path>${node.folder}/schemas/</format_schema_path>
  <mark_cache_size>67108864</mark_cache_size>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <users_config>${node.folder}/users.xml</users_config>
  <macros><shard>${node.shard}</shard><replica>${node.replica}</replica></macros>
  <remote_servers><${CLUSTER}>${shardsOf(nodes)}</${CLUSTER}></remote_servers>
  <zookeeper>
    <node><host>127.0.0.1</host><port>${zookeeperPort}</port></node>
    <session_timeout_ms>1500</session_timeout_ms>
  </zookeeper>
  <distributed_ddl><path>/clickhouse/tasks</path></distributed_ddl>
</yandex>`;

const shardsOf = (nodes: readonly Node[]): string =>
  [...new Set(nodes.map(({ shard }) => shard))]
    .map((shard) => nodes.filter((node) => node.shard === shard))
    .map(
      (replicas) =>
        `<shard><internal_replication>true</internal_replication>${replicas.map(addressOf).join('')}</shard>`,
    )
    .join('');

const addressOf = ({ ports }: Node): string => `<replica><host>127.0.0.1</host><port>${ports.tcp}</port></replica>`;

export const USERS = `<yandex>
  <profiles><default /></profiles>
  <quotas><default /></quotas>
  <users>
    <default>
      <password></password>
      <networks><ip>127.0.0.1</ip></networks>
      <profile>default</profile>
      <quota>default</quota>
    </default>
  </users>
</yandex>`;

/** For ZooKeeper, which keeps the cluster's agreements. */
export const zookeeperConfig = (folder: string, port: number): string =>
  [
    `dataDir=${folder}/zookeeper`,
    `clientPort=${port}`,
    'clientPortAddress=127.0.0.1',
    'tickTime=250',
    'admin.enableServer=false',
    'maxClientCnxns=0',
    '',
  ].join('\n');
