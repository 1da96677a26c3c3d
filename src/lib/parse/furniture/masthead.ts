/** A gazette's name, or its issue, alone on a line without white space. */
export const masthead =
  /^(?!.*统计公报)[\p{Script=Han}]{2,24}(?:公报|政报)(?:[（(][\p{Script=Han}]{2,4}[)）])?$|^\d{4}年第\d+期(?:[（(]总第\d+期[)）])?$/u;
